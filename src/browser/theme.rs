use leptos::prelude::{document, window};

const KEY: &str = "headroom.theme";

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The key in the page and in storage.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.key() == key)
            .unwrap_or_default()
    }
}

/// The theme chosen at an earlier visit, where the browser lets the page remember it.
#[must_use]
pub fn remembered_theme() -> Theme {
    let storage = window().local_storage().ok().flatten();
    let key = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
    key.map_or(Theme::System, |key| Theme::from_key(&key))
}

/// Shows a theme and remembers it where that is possible.
pub fn apply_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        // Only names without special characters are set, which cannot fail.
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.key()),
        };
    }
    if let Ok(Some(storage)) = window().local_storage() {
        // Without storage the choice holds until the page is left.
        let _ = storage.set_item(KEY, theme.key());
    }
}
