extension Deployment {
    /// Steady's own annotations: a word of them that it doesn't know would do nothing, and be missed.
    func checkRules(_ validation: inout Validation) {
        for (name, text) in metadata.steadyAnnotations {
            let place = "metadata.annotations[\(name)]"
            switch name {
            case RollbackPolicy.lastGoodAnnotation: break
            case RollbackPolicy.modeAnnotation:
                guard RollbackPolicy.Mode(rawValue: text) == nil else { break }
                validation.notSupported(place, text, RollbackPolicy.Mode.allCases.map(\.rawValue))
            case RollbackPolicy.restartsAnnotation:
                guard RollbackPolicy.restarts(text) == nil else { break }
                validation.invalid(place, text, "must be a number of restarts, from 1")
            case RolloutSteps.annotation:
                if RolloutSteps(text) == nil {
                    validation.invalid(place, text, "must be steps such as 1,25%,pause,100%")
                } else if spec.strategy.type == .recreate {
                    validation.forbidden(place, "may not be specified when strategy `type` is 'Recreate'")
                }
            default:
                let known = [RollbackPolicy.modeAnnotation, RollbackPolicy.restartsAnnotation, RolloutSteps.annotation]
                validation.notSupported("metadata.annotations", name, known)
            }
        }
    }
}

extension DeploymentSpec {
    func checkRules(_ validation: inout Validation) {
        template.checkAgainst(selector, &validation)
        if let deadline = progressDeadlineSeconds, deadline <= minReadySeconds {
            validation.invalid("progressDeadlineSeconds", deadline, "must be greater than minReadySeconds")
        }
    }
}

extension ReplicaSetSpec {
    func checkRules(_ validation: inout Validation) {
        template.checkAgainst(selector, &validation)
    }
}

extension PodTemplateSpec {
    /// The pods of a template must be found by the selector, and run for ever.
    fileprivate func checkAgainst(_ selector: LabelSelector?, _ validation: inout Validation) {
        validation.within("template.metadata") { metadata.refuseSteadyAnnotations(&$0) }
        guard let selector else { return }
        if selector.isEmpty {
            validation.add(
                .invalid,
                "selector",
                "Invalid value: \(selector.goText): empty selector is invalid for deployment"
            )
        } else if !selector.matches(metadata.labels) {
            validation.invalid(
                "template.metadata.labels",
                metadata.labels,
                "`selector` does not match template `labels`"
            )
        }
        if !spec.restartPolicy.isEmpty, spec.restartPolicy != .always {
            validation.notSupported("template.spec.restartPolicy", spec.restartPolicy.rawValue, ["Always"])
        }
        if spec.activeDeadlineSeconds != nil {
            validation.forbidden(
                "template.spec.activeDeadlineSeconds",
                "activeDeadlineSeconds in ReplicaSet is not Supported"
            )
        }
    }
}

extension LabelSelector: GoPrintable {
    var goText: String {
        let labels = matchLabels.isEmpty ? "map[string]string(nil)" : matchLabels.goText
        let requirements = matchExpressions.map { requirement in
            "v1.LabelSelectorRequirement{Key:\(requirement.key.goText), "
                + "Operator:\(requirement.operator.rawValue.goText), Values:\(requirement.values.goText)}"
        }
        let list = requirements.isEmpty ? "(nil)" : "{\(requirements.joined(separator: ", "))}"
        return "v1.LabelSelector{MatchLabels:\(labels), MatchExpressions:[]v1.LabelSelectorRequirement\(list)}"
    }
}

extension DeploymentStrategy {
    func checkRules(_ validation: inout Validation) {
        if type == .recreate, rollingUpdate != nil {
            validation.forbidden("rollingUpdate", "may not be specified when strategy `type` is 'Recreate'")
        }
        guard type == .rollingUpdate else { return }
        guard let rollingUpdate else {
            return validation.required("rollingUpdate", because: "this should be defaulted and never be nil")
        }
        validation.within("rollingUpdate") { rollingUpdate.check(&$0) }
    }
}

extension RollingUpdateDeployment {
    fileprivate func check(_ validation: inout Validation) {
        let unavailable = maxUnavailable ?? IntOrString()
        let surge = maxSurge ?? IntOrString()
        validation.share("maxUnavailable", unavailable)
        validation.share("maxSurge", surge)
        if unavailable.isNothing, surge.isNothing {
            validation.invalid("maxUnavailable", unavailable, "may not be 0 when `maxSurge` is 0")
        }
        if let percentage = unavailable.percentage, percentage > 100 {
            validation.invalid("maxUnavailable", unavailable, "must not be greater than 100%")
        }
    }
}

extension IntOrString {
    fileprivate var isNothing: Bool { self == .int(0) || percentage == 0 }
}

extension Validation {
    /// A count or a percentage.
    fileprivate mutating func share(_ name: String, _ value: IntOrString) {
        switch value {
        case .int(let int):
            if int < 0 { invalid(name, int, "must be greater than or equal to 0") }
        case .string:
            if value.percentage == nil {
                invalid(
                    name,
                    value,
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', "
                        + "regex used for validation is '[0-9]+%')"
                )
            }
        }
    }
}
