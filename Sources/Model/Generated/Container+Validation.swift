// Made by `make generate` from Container.yaml: change that, not this.

extension Container: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("env", env)
        validation.parts("envFrom", envFrom)
        validation.known("imagePullPolicy", imagePullPolicy)
        validation.part("lifecycle", lifecycle)
        validation.part("livenessProbe", livenessProbe)
        validation.required("name", name)
        validation.format("name", name, .dnsLabel)
        validation.parts("ports", ports)
        validation.part("readinessProbe", readinessProbe)
        validation.parts("resizePolicy", resizePolicy)
        validation.part("resources", resources)
        validation.known("restartPolicy", restartPolicy)
        validation.parts("restartPolicyRules", restartPolicyRules)
        validation.part("securityContext", securityContext)
        validation.part("startupProbe", startupProbe)
        validation.known("terminationMessagePolicy", terminationMessagePolicy)
        validation.parts("volumeDevices", volumeDevices)
        validation.parts("volumeMounts", volumeMounts)
        checkRules(&validation)
    }
}

extension EphemeralContainer: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("env", env)
        validation.parts("envFrom", envFrom)
        validation.known("imagePullPolicy", imagePullPolicy)
        validation.part("lifecycle", lifecycle)
        validation.part("livenessProbe", livenessProbe)
        validation.required("name", name)
        validation.parts("ports", ports)
        validation.part("readinessProbe", readinessProbe)
        validation.parts("resizePolicy", resizePolicy)
        validation.part("resources", resources)
        validation.known("restartPolicy", restartPolicy)
        validation.parts("restartPolicyRules", restartPolicyRules)
        validation.part("securityContext", securityContext)
        validation.part("startupProbe", startupProbe)
        validation.known("terminationMessagePolicy", terminationMessagePolicy)
        validation.parts("volumeDevices", volumeDevices)
        validation.parts("volumeMounts", volumeMounts)
    }
}

extension ContainerPort: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("containerPort", containerPort, .port)
        validation.range("hostPort", hostPort, 0...65535)
        validation.format("name", name, .portName)
        validation.known("protocol", `protocol`)
    }
}

extension ContainerResizePolicy: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("resourceName", resourceName)
        validation.required("restartPolicy", restartPolicy)
        validation.known("restartPolicy", restartPolicy)
    }
}

extension ContainerRestartRule: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("action", action)
        validation.part("exitCodes", exitCodes)
    }
}

extension ContainerRestartRuleOnExitCodes: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("operator", `operator`)
    }
}

extension VolumeDevice: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("devicePath", devicePath)
        validation.required("name", name)
    }
}

extension VolumeMount: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("mountPath", mountPath)
        validation.known("mountPropagation", mountPropagation)
        validation.required("name", name)
        checkRules(&validation)
    }
}
