//! A place for texts under keys: the browser's storage, or one of a test.

use std::fmt;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not let the page store anything.
    Unavailable,
    /// There is no room.
    Full,
    /// It said something else.
    Refused(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => f.write_str("this browser does not let the page store anything"),
            Self::Full => f.write_str("this browser's storage for the page is full"),
            Self::Refused(said) => write!(f, "this browser refused to store it ({said})"),
        }
    }
}

impl std::error::Error for Trouble {}

/// Texts under keys.
pub trait Store {
    /// All keys.
    ///
    /// # Errors
    /// What the store said.
    fn keys(&self) -> Result<Vec<String>, Trouble>;

    /// The text under a key.
    ///
    /// # Errors
    /// What the store said.
    fn get(&self, key: &str) -> Result<Option<String>, Trouble>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// What the store said; the old text is then still there.
    fn set(&self, key: &str, text: &str) -> Result<(), Trouble>;

    /// Takes a key away.
    ///
    /// # Errors
    /// What the store said.
    fn remove(&self, key: &str) -> Result<(), Trouble>;
}

#[cfg(test)]
pub(crate) mod memory {
    use super::{Store, Trouble};
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;

    /// A store that fails at one of its calls, or at all from one on.
    #[derive(Default)]
    pub(crate) struct Memory {
        pub(crate) texts: RefCell<BTreeMap<String, String>>,
        pub(crate) calls: Cell<usize>,
        pub(crate) fails_at: Cell<Option<usize>>,
        pub(crate) fails_on: Cell<bool>,
        pub(crate) trouble: RefCell<Option<Trouble>>,
    }

    impl Memory {
        fn call(&self) -> Result<(), Trouble> {
            let call = self.calls.get();
            self.calls.set(call + 1);
            let fails = self
                .fails_at
                .get()
                .is_some_and(|at| call == at || (self.fails_on.get() && call > at));
            match fails {
                true => Err(self.trouble.borrow().clone().unwrap_or(Trouble::Full)),
                false => Ok(()),
            }
        }
    }

    impl Store for Memory {
        fn keys(&self) -> Result<Vec<String>, Trouble> {
            self.call()?;
            Ok(self.texts.borrow().keys().cloned().collect())
        }

        fn get(&self, key: &str) -> Result<Option<String>, Trouble> {
            self.call()?;
            Ok(self.texts.borrow().get(key).cloned())
        }

        fn set(&self, key: &str, text: &str) -> Result<(), Trouble> {
            self.call()?;
            self.texts.borrow_mut().insert(key.into(), text.into());
            Ok(())
        }

        fn remove(&self, key: &str) -> Result<(), Trouble> {
            self.call()?;
            self.texts.borrow_mut().remove(key);
            Ok(())
        }
    }
}
