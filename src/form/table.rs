//! All inputs as a table: what paper needs.

use headroom_model::field::Field;
use leptos::prelude::*;

use super::field::on_paper;
use super::state::Form;

/// Every input with its value, and the example's where it was changed; shown in print only.
#[component]
pub fn InputsOnPaper(
    /// The form.
    form: RwSignal<Form>,
) -> impl IntoView {
    let rows = move || {
        form.with(|form| {
            let rows = Field::of(form.kind()).map(|field| {
                let key = field.key;
                let original = form.is_changed(key).then(|| {
                    let mut example = form.clone();
                    example.reset(key);
                    format!("instead of {}", on_paper(&example, key))
                });
                let changed = original.is_some();
                view! {
                    <tr class:best=changed>
                        <th scope="row">{field.words(form.kind()).label}</th>
                        <td class="num">{on_paper(form, key)}</td>
                        <td>{original}</td>
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        <section class="on-paper sec" aria-label="All numbers behind this page">
            <h2>"All numbers behind this page"</h2>
            <p class="sub">{move || form.with(|form| format!("Started from {}; what was changed stands in bold.", form.example().short))}</p>
            <table class="inputs-table">
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
