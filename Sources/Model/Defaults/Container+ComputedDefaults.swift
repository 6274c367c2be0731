extension Container {
    mutating func applyComputedDefaults() {
        if imagePullPolicy.isEmpty { imagePullPolicy = .forImage(image) }
    }
}

extension EphemeralContainer {
    mutating func applyComputedDefaults() {
        if imagePullPolicy.isEmpty { imagePullPolicy = .forImage(image) }
    }
}

extension ImageVolumeSource {
    mutating func applyComputedDefaults() {
        if pullPolicy.isEmpty { pullPolicy = .forImage(reference) }
    }
}

extension PullPolicy {
    /// An image whose tag moves is fetched each time: one that is `latest`, or has neither tag nor digest.
    static func forImage(_ image: String) -> PullPolicy {
        // `host` is this machine's own file system, which nobody fetches.
        if image.isEmpty || image == "host" || image.utf8.contains(UInt8(ascii: "@")) { return .ifNotPresent }
        let name = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let colon = name.firstIndex(of: ":") else { return .always }
        return name[colon...] == ":latest" ? .always : .ifNotPresent
    }
}

extension ResourceRequirements {
    /// Amounts are kept in thousandths: what is finer is rounded up.
    mutating func applyComputedDefaults() {
        for (name, quantity) in limits { limits[name] = quantity.roundedUpToMilli }
        for (name, quantity) in requests { requests[name] = quantity.roundedUpToMilli }
    }

    /// A request that is absent is as large as the limit.
    mutating func requestLimits() {
        for (name, limit) in limits where requests[name] == nil { requests[name] = limit }
    }
}

extension Quantity {
    var roundedUpToMilli: Quantity {
        Quantity(nanos: nanos.dividedRoundingUp(by: 1_000_000) * 1_000_000, format: format)
    }
}
