// Made by `make generate` from Node.yaml: change that, not this.

extension Node: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
    }
}

extension NodeSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("configSource", configSource)
        validation.parts("taints", taints)
    }
}

extension NodeConfigSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("configMap", configMap)
    }
}

extension ConfigMapNodeConfigSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("kubeletConfigKey", kubeletConfigKey)
        validation.required("name", name)
        validation.required("namespace", namespace)
    }
}

extension Taint: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("effect", effect)
        validation.known("effect", effect)
        validation.required("key", key)
        validation.format("key", key, .labelKey)
    }
}

extension NodeStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("addresses", addresses)
        validation.parts("conditions", conditions)
        validation.part("config", config)
        validation.part("nodeInfo", nodeInfo)
        validation.parts("volumesAttached", volumesAttached)
    }
}

extension NodeAddress: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("address", address)
        validation.required("type", type)
    }
}

extension NodeCondition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("status", status)
        validation.known("status", status)
        validation.required("type", type)
    }
}

extension NodeConfigStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("active", active)
        validation.part("assigned", assigned)
        validation.part("lastKnownGood", lastKnownGood)
    }
}

extension NodeSystemInfo: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("architecture", architecture)
        validation.required("bootID", bootID)
        validation.required("containerRuntimeVersion", containerRuntimeVersion)
        validation.required("kernelVersion", kernelVersion)
        validation.required("kubeProxyVersion", kubeProxyVersion)
        validation.required("kubeletVersion", kubeletVersion)
        validation.required("machineID", machineID)
        validation.required("operatingSystem", operatingSystem)
        validation.required("osImage", osImage)
        validation.required("systemUUID", systemUUID)
    }
}

extension AttachedVolume: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("devicePath", devicePath)
        validation.required("name", name)
    }
}
