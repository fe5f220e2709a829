//! A drawing as a table, one click away.

use leptos::html::Details;
use leptos::prelude::*;

use crate::charts::figure::Twin;
use crate::charts::words;

/// The values of a drawing as a table in a box that scrolls by itself. The rows are only there while it is open, so
/// that they cost nothing on a keystroke.
#[component]
pub fn TableTwin(
    /// What the table holds, also the name of its box.
    #[prop(into)]
    title: Signal<String>,
    /// The table.
    #[prop(into)]
    table: Signal<Twin>,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggle = move |_| {
        open.set(
            details
                .get_untracked()
                .is_some_and(|details| details.open()),
        )
    };
    view! {
        <details class="twin" node_ref=details on:toggle=toggle>
            <summary>{words::SHOW_AS_TABLE}</summary>
            <Show when=move || open.get()>
                <div class="twin-box" tabindex="0" role="region" aria-label=move || title.get()>
                    <table>
                        <caption>{move || title.get()}</caption>
                        {move || head(&table.read())}
                        {move || body(table.get())}
                    </table>
                </div>
            </Show>
        </details>
    }
}

fn head(table: &Twin) -> impl IntoView + use<> {
    let group = |group: &crate::charts::figure::TwinGroup| {
        let columns = group.columns.len().to_string();
        view! { <th scope="colgroup" colspan=columns>{group.name}</th> }
    };
    let column = |name: &&'static str| view! { <th scope="col" class="num">{*name}</th> };
    let columns = table
        .groups
        .iter()
        .flat_map(|group| group.columns.iter().map(column));
    view! {
        <thead>
            <tr>
                <th scope="col" rowspan="2">{words::MONTH}</th>
                {table.groups.iter().map(group).collect_view()}
            </tr>
            <tr>{columns.collect_view()}</tr>
        </thead>
    }
}

fn body(table: Twin) -> impl IntoView {
    let cell = |cell: String| view! { <td class="num">{cell}</td> };
    let row = |(name, cells): (String, Vec<String>)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! { <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody> }
}
