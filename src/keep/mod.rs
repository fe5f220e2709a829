//! How scenarios are kept so that nothing is lost: records in generations, what is found at a start,
//! saving, undo. It knows no browser; what stores texts is behind [`Store`].
//!
//! Keys, in localStorage and in IndexedDB alike:
//! - `headroom.v1.s.<id>.<slot>`: a generation of a scenario ([`record`]), the next one in the next
//!   of three slots, so that the two before are still there while it is written;
//! - `headroom.v1.h.<id>`: what can be undone and redone ([`history`]);
//! - `headroom.v1.open`: the scenario last opened;
//! - `headroom.v1.alone.<id>`: the generation from which this store went on without the other ([`branches`]);
//! - `headroom.q.<n>`: what could not be read, untouched ([`shelf`]);
//! - `headroom.backup`: when a file was last saved; `headroom.theme`: the colours;
//! - `headroom.format`: the highest format that any program has written here. A program that finds a
//!   higher one than its own writes nothing.

mod both;
pub mod branches;
pub mod history;
pub mod record;
pub mod rescue;
pub mod saver;
pub mod shelf;
pub mod store;
pub mod words;

pub use both::Both;

/// What every key begins with.
pub const PREFIX: &str = "headroom.";

/// What the keys of this program's records begin with.
pub const RECORDS: &str = "headroom.v1.s.";

/// What the keys of histories begin with.
pub const HISTORIES: &str = "headroom.v1.h.";

/// The scenario last opened.
pub const OPEN: &str = "headroom.v1.open";

/// What the keys begin with that say from which generation a store went on alone.
pub const ALONE: &str = "headroom.v1.alone.";

/// What the keys of unreadable data begin with.
pub const QUARANTINE: &str = "headroom.q.";

/// The highest format written here.
pub const FORMAT_KEY: &str = "headroom.format";
