//! How wide an element is, as it changes: drawings are made for their container, never scaled.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// The width of the content of `node` in CSS pixels, whole; `initial` until it is in the page. Follows every change
/// of layout. On paper it stays what it was on the screen, so a drawing must be able to shrink there.
#[must_use]
pub fn width_of<E>(node: NodeRef<E>, initial: f64) -> Signal<f64>
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    let width = RwSignal::new(initial);
    let watch = StoredValue::new_local(None::<Watch>);
    // The one effect that writes a signal: the width comes from outside.
    Effect::new(move || {
        let Some(element) = node.get() else { return };
        let element: Element = element.unchecked_ref::<Element>().clone();
        measure(&element, width);
        watch.set_value(Watch::new(element, width));
    });
    width.into()
}

/// Takes over the width if it has changed. An element that is not shown has none, and keeps its last one.
fn measure(element: &Element, width: RwSignal<f64>) {
    let now = f64::from(element.client_width());
    // The owner may be gone by the time a change is reported.
    if now > 0.0
        && width
            .try_get_untracked()
            .is_some_and(|before| before != now)
    {
        width.set(now);
    }
}

/// An observer of one element, which stops when this is dropped.
struct Watch {
    observer: ResizeObserver,
    _report: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(element: Element, width: RwSignal<f64>) -> Option<Self> {
        let observed = element.clone();
        let report = Closure::<dyn FnMut()>::new(move || measure(&element, width));
        let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
        observer.observe(&observed);
        Some(Self {
            observer,
            _report: report,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
