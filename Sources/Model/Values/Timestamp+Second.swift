extension Timestamp {
    /// The second that it lies in: what Kubernetes' times can say.
    public var startOfSecond: Timestamp {
        self - Duration.nanoseconds(((nanoseconds % 1_000_000_000) + 1_000_000_000) % 1_000_000_000)
    }
}
