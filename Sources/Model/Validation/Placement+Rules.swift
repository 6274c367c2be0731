extension Toleration {
    func checkRules(_ validation: inout Validation) {
        if key.isEmpty, self.operator != .exists {
            validation.invalid(
                "operator",
                self.operator.rawValue,
                "operator must be Exists when `key` is empty, which means \"match all values and all keys\""
            )
        }
        if self.operator == .exists, !value.isEmpty {
            validation.invalid("operator", value, "value must be empty when `operator` is 'Exists'")
        }
        if tolerationSeconds != nil, effect != .noExecute {
            validation.invalid("effect", effect.rawValue, "effect must be 'NoExecute' when `tolerationSeconds` is set")
        }
    }
}

extension NodeSelectorRequirement {
    func checkRules(_ validation: inout Validation) {
        switch self.operator {
        case .in, .notIn:
            if values.isEmpty {
                validation.required("values", because: "must be specified when `operator` is 'In' or 'NotIn'")
            }
        case .exists, .doesNotExist:
            if !values.isEmpty {
                validation.forbidden("values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
            }
        case .gt, .lt:
            if values.count != 1 {
                validation.required("values", because: "must be specified single value when `operator` is 'Lt' or 'Gt'")
            }
        default: break
        }
        if !key.isEmpty, let complaint = Names.complaint(aboutLabelKey: key) {
            validation.invalid("key", key, complaint)
        }
    }
}

extension LabelSelectorRequirement {
    func checkRules(_ validation: inout Validation) {
        switch self.operator {
        case .in, .notIn:
            if values.isEmpty {
                validation.required("values", because: "must be specified when `operator` is 'In' or 'NotIn'")
            }
        case .exists, .doesNotExist:
            if !values.isEmpty {
                validation.forbidden("values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
            }
        default: break
        }
        if !key.isEmpty, let complaint = Names.complaint(aboutLabelKey: key) {
            validation.invalid("key", key, complaint)
        }
    }
}

extension LabelSelector {
    func checkRules(_ validation: inout Validation) {
        for (key, value) in matchLabels.sorted(by: { $0.key < $1.key }) {
            if let complaint = Names.complaint(aboutLabelKey: key) { validation.invalid("matchLabels", key, complaint) }
            if let complaint = Names.complaint(aboutLabelValue: value) {
                validation.invalid("matchLabels", value, complaint)
            }
        }
    }
}
