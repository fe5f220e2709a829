//! Numbers that go wrong in silence elsewhere: at the edges of what is allowed, in sums of money,
//! with too few futures, and by defaults that change. On wasm32 `wasm_bindgen_test` stands for `test`
//! in every module.

#[path = "numeric/closed_form.rs"]
mod closed_form;
#[path = "numeric/edges.rs"]
mod edges;
#[path = "numeric/few_futures.rs"]
mod few_futures;
#[path = "numeric/frozen.rs"]
mod frozen;
#[path = "numeric/money.rs"]
mod money;
