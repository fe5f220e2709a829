//! Queue formulas: explanation only, no part of the projection. They show why 60-70 % of capacity
//! is calm and 95 % is not. Source: model specification, section 4; Erlang 1917.

/// How often a single server's response is longer than its service at a utilisation below 1:
/// 1/(1 - utilisation), M/M/1.
#[must_use]
pub fn stretch(utilisation: f64) -> f64 {
    1.0 / (1.0 - utilisation)
}

/// Erlang B: share of arrivals that find all `servers` busy where nobody waits, at an offered load
/// in units of one server. B_k = a B_(k-1) / (k + a B_(k-1)), B_0 = 1.
#[must_use]
pub fn erlang_b(servers: u32, load: f64) -> f64 {
    (1..=servers)
        .map(f64::from)
        .fold(1.0, |b, k| load * b / (k + load * b))
}

/// Erlang C: share of arrivals that must wait; `None` where the load is not below the servers.
#[must_use]
pub fn erlang_c(servers: u32, load: f64) -> Option<f64> {
    let utilisation = load / f64::from(servers);
    let b = erlang_b(servers, load);
    (utilisation < 1.0).then(|| b / (1.0 - utilisation * (1.0 - b)))
}

/// Mean response time of M/M/c: arrivals per second, seconds of service, servers; `None` where the
/// load is not below the servers.
#[must_use]
pub fn response(servers: u32, arrivals: f64, service: f64) -> Option<f64> {
    let load = arrivals * service;
    erlang_c(servers, load).map(|c| service + c * service / (f64::from(servers) - load))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overloaded_queue_has_no_response_time() {
        assert_eq!(response(3, 3.0, 1.0), None);
        assert_eq!(response(0, 0.5, 1.0), None);
        assert_eq!(response(1, 0.5, 1.0), Some(stretch(0.5)));
    }
}
