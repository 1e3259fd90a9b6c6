/// What kind of file a watchlist is imported from.
public enum ImportFormat: String, Sendable, CaseIterable {
    /// OpenSanctions' simplified table, targets.simple.csv (https://www.opensanctions.org/docs/bulk/csv/).
    case opensanctions
    /// FollowTheMoney entities, one JSON object a line (https://followthemoney.tech/).
    case ftm
    /// Comma-separated values with quotes (RFC 4180), or with another delimiter.
    case csv
    /// Tab-separated values without quotes (IANA text/tab-separated-values).
    case tsv
    /// One name a line.
    case list
}
