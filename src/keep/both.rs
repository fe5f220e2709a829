//! A scenario as the browser keeps it: the kind of product that is shown, and what was typed for the other one.

use headroom_model::field::Kind;
use headroom_model::preset::Example;
use headroom_model::scenario_file::{Document, LoadError};

/// Both kinds of a scenario. Links and files hold the one that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// The kind that is shown.
    pub shown: Document,
    /// What was typed for the other kind: example and inputs; name, notes and settings are those of the one shown.
    /// `None` = nothing, and its first example.
    pub other: Option<Document>,
}

impl Both {
    /// Both kinds, if they are two.
    ///
    /// # Errors
    /// That they are not.
    pub fn new(shown: Document, other: Option<Document>) -> Result<Self, LoadError> {
        let is_same_kind = |other: &Document| other.preset.kind == shown.preset.kind;
        if other.as_ref().is_some_and(is_same_kind) {
            return Err(LoadError::Invalid {
                path: "other".into(),
                why: "This must be of the other kind of product.".into(),
            });
        }
        Ok(Self { shown, other })
    }

    /// The kind of product that is shown.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.shown.preset.kind
    }

    /// What a switch to the other kind shows: its example, and whether something was typed over it.
    pub(super) fn is_switched_to(&self, after: &Self) -> bool {
        let unchanged = (Example::first(after.kind()).key, &Vec::new());
        let (key, inputs) = self
            .other
            .as_ref()
            .map_or(unchanged, |other| (other.preset.key, &other.inputs));
        self.kind() != after.kind()
            && (after.shown.preset.key, &after.shown.inputs) == (key, inputs)
    }
}

impl From<Document> for Both {
    fn from(shown: Document) -> Self {
        Self { shown, other: None }
    }
}
