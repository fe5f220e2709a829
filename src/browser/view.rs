use leptos::ev;
use leptos::prelude::*;

/// The views that can be opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The numbers and the answer.
    #[default]
    Decide,
}

impl View {
    /// All views, in the order of the navigation.
    pub const ALL: [Self; 1] = [Self::Decide];

    /// The name in the navigation.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Decide => "Decide",
        }
    }

    /// The fragment of the address.
    #[must_use]
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Decide => "#/decide",
        }
    }

    /// The view of a fragment; `None` if no view has it.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        // A link's fragment names a scenario, not a view.
        if matches!(fragment, "" | "#" | "#/") || headroom_model::scenario_file::is_link(fragment) {
            return Some(Self::default());
        }
        Self::ALL
            .into_iter()
            .find(|view| view.fragment() == fragment)
    }
}

/// The view that the address names, kept up to date; `None` if the address names no view.
#[must_use]
pub fn current_view() -> ReadSignal<Option<View>> {
    let read = || View::from_fragment(&window().location().hash().unwrap_or_default());
    let (view, set_view) = signal(read());
    let handle = window_event_listener(ev::hashchange, move |_| set_view.set(read()));
    on_cleanup(move || handle.remove());
    view
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn fragments_name_views() {
        assert_eq!(View::from_fragment(""), Some(View::Decide));
        assert_eq!(View::from_fragment("#/decide"), Some(View::Decide));
        assert_eq!(View::from_fragment("#foo"), None);
    }
}
