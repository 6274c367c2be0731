extension Container {
    func checkRules(_ validation: inout Validation) {
        if image.utf8.first == 0x20 || image.utf8.last == 0x20 {
            validation.invalid("image", image, "must not have leading or trailing whitespace")
        }
        validation.unique(ports.map(\.name)) { "ports[\($0)].name" }
        checkMounts(&validation)
    }

    private func checkMounts(_ validation: inout Validation) {
        var paths: Set<String> = []
        for (index, mount) in volumeMounts.enumerated() where !mount.mountPath.isEmpty {
            if !paths.insert(mount.mountPath).inserted {
                validation.invalid("volumeMounts[\(index)].mountPath", mount.mountPath, "must be unique")
            }
        }
    }

    /// What holds for the checks of a container that is to stay up.
    func checkProbes(_ validation: inout Validation) {
        for (name, probe) in [("livenessProbe", livenessProbe), ("startupProbe", startupProbe)] {
            if let probe, probe.successThreshold > 1 {
                validation.invalid("\(name).successThreshold", probe.successThreshold, "must be 1")
            }
            if let seconds = probe?.terminationGracePeriodSeconds, seconds <= 0 {
                validation.invalid("\(name).terminationGracePeriodSeconds", seconds, "must be greater than 0")
            }
        }
        if let seconds = readinessProbe?.terminationGracePeriodSeconds {
            validation.invalid(
                "readinessProbe.terminationGracePeriodSeconds",
                seconds,
                "must not be set for readinessProbes"
            )
        }
    }

    /// A container that ends before the others start has nothing to be checked, unless it is a sidecar.
    func checkAsInitContainer(_ validation: inout Validation) {
        if restartPolicy == .always { return checkProbes(&validation) }
        let detail = "may not be set for init containers without restartPolicy=Always"
        if lifecycle != nil { validation.forbidden("lifecycle", detail) }
        if livenessProbe != nil { validation.forbidden("livenessProbe", detail) }
        if readinessProbe != nil { validation.forbidden("readinessProbe", detail) }
        if startupProbe != nil { validation.forbidden("startupProbe", detail) }
    }
}

extension VolumeMount {
    func checkRules(_ validation: inout Validation) {
        for (name, path) in [("subPath", subPath), ("subPathExpr", subPathExpr)] where !path.isEmpty {
            validation.relativePath(name, path)
        }
        if !subPath.isEmpty, !subPathExpr.isEmpty {
            validation.invalid("subPathExpr", subPathExpr, "subPathExpr and subPath are mutually exclusive")
        }
    }
}

extension Validation {
    /// A path that stays below the directory where it starts.
    mutating func relativePath(_ name: String, _ path: String) {
        if path.hasPrefix("/") { invalid(name, path, "must be a relative path") }
        noParent(name, path)
    }

    mutating func noParent(_ name: String, _ path: String) {
        if path.split(separator: "/").contains("..") { invalid(name, path, "must not contain '..'") }
    }
}

extension ResourceRequirements {
    func checkRules(_ validation: inout Validation) {
        for (list, amounts) in [("limits", limits), ("requests", requests)] {
            for (name, amount) in amounts.sorted(by: { $0.key < $1.key }) {
                if let complaint = Names.complaint(aboutLabelKey: name) {
                    validation.invalid("\(list)[\(name)]", name, complaint)
                }
                if amount < Quantity() {
                    validation.invalid("\(list)[\(name)]", amount, "must be greater than or equal to 0")
                }
            }
        }
        for (name, request) in requests.sorted(by: { $0.key < $1.key }) {
            guard let limit = limits[name], request > limit else { continue }
            validation.invalid("requests", request, "must be less than or equal to \(name) limit of \(limit)")
        }
    }
}
