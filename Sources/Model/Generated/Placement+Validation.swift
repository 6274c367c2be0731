// Made by `make generate` from Placement.yaml: change that, not this.

extension Affinity: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("nodeAffinity", nodeAffinity)
        validation.part("podAffinity", podAffinity)
        validation.part("podAntiAffinity", podAntiAffinity)
    }
}

extension NodeAffinity: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts(
            "preferredDuringSchedulingIgnoredDuringExecution",
            preferredDuringSchedulingIgnoredDuringExecution
        )
        validation.part(
            "requiredDuringSchedulingIgnoredDuringExecution",
            requiredDuringSchedulingIgnoredDuringExecution
        )
    }
}

extension PreferredSchedulingTerm: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("preference", preference)
        validation.range("weight", weight, 1...100)
    }
}

extension NodeSelectorTerm: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("matchExpressions", matchExpressions)
        validation.parts("matchFields", matchFields)
    }
}

extension NodeSelectorRequirement: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.required("operator", `operator`)
        validation.known("operator", `operator`)
        checkRules(&validation)
    }
}

extension NodeSelector: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("nodeSelectorTerms", nodeSelectorTerms)
        validation.parts("nodeSelectorTerms", nodeSelectorTerms)
    }
}

extension PodAffinity: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts(
            "preferredDuringSchedulingIgnoredDuringExecution",
            preferredDuringSchedulingIgnoredDuringExecution
        )
        validation.parts(
            "requiredDuringSchedulingIgnoredDuringExecution",
            requiredDuringSchedulingIgnoredDuringExecution
        )
    }
}

extension WeightedPodAffinityTerm: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("podAffinityTerm", podAffinityTerm)
        validation.range("weight", weight, 1...100)
    }
}

extension PodAffinityTerm: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("labelSelector", labelSelector)
        validation.part("namespaceSelector", namespaceSelector)
        validation.required("topologyKey", topologyKey)
    }
}

extension PodAntiAffinity: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts(
            "preferredDuringSchedulingIgnoredDuringExecution",
            preferredDuringSchedulingIgnoredDuringExecution
        )
        validation.parts(
            "requiredDuringSchedulingIgnoredDuringExecution",
            requiredDuringSchedulingIgnoredDuringExecution
        )
    }
}

extension Toleration: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("effect", effect)
        validation.format("key", key, .labelKey)
        validation.known("operator", `operator`)
        checkRules(&validation)
    }
}

extension TopologySpreadConstraint: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("labelSelector", labelSelector)
        validation.minimum("maxSkew", maxSkew, 1)
        validation.minimum("minDomains", minDomains, 1)
        validation.known("nodeAffinityPolicy", nodeAffinityPolicy)
        validation.known("nodeTaintsPolicy", nodeTaintsPolicy)
        validation.required("topologyKey", topologyKey)
        validation.format("topologyKey", topologyKey, .labelKey)
        validation.required("whenUnsatisfiable", whenUnsatisfiable)
        validation.known("whenUnsatisfiable", whenUnsatisfiable)
    }
}
