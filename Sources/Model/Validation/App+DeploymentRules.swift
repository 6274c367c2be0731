// What a deployment of an app rests on.

extension AppSpec {
    func checkReadiness(_ validation: inout Validation) {
        if readinessChecks.count > 1 {
            validation.add(.tooMany, "readinessChecks", "Too many: \(readinessChecks.count): must have at most 1 items")
        }
        let names = portNames
        for (index, check) in readinessChecks.enumerated() {
            validation.within("readinessChecks[\(index)]") { check.check(portNames: names, &$0) }
        }
    }

    private var portNames: [String] {
        let names =
            usesHostNetwork
            ? (portDefinitions ?? []).map(\.name) : (container?.portMappings ?? []).map(\.name)
        return names.compactMap(\.self)
    }

    func checkDependencies(_ validation: inout Validation) {
        let group = AppID(id).parent ?? AppID(id)
        for (index, dependency) in dependencies.enumerated() {
            guard let complaint = AppID.complaint(about: AppID(dependency, in: group).description) else { continue }
            validation.invalid("dependencies[\(index)]", dependency, complaint)
        }
    }
}

extension AppReadinessCheck {
    fileprivate func check(portNames: [String], _ validation: inout Validation) {
        if !portNames.contains(portName) {
            validation.invalid("portName", portName, "must be the name of one of the app's ports")
        }
        let (timeout, interval) = (timeoutSeconds ?? 10, intervalSeconds ?? 30)
        if timeout >= interval {
            validation.invalid("timeoutSeconds", timeout, "must be less than intervalSeconds, which is \(interval)")
        }
        for (index, status) in (httpStatusCodesForReady ?? []).enumerated() where !(100...999).contains(status) {
            validation.invalid("httpStatusCodesForReady[\(index)]", status, "must be between 100 and 999, inclusive")
        }
    }
}
