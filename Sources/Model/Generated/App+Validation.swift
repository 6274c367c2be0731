// Made by `make generate` from App.yaml: change that, not this.

extension App: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.metadata(of: self)
        validation.part("spec", spec)
        checkRules(&validation)
    }
}

extension AppSpec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("check", check)
        validation.part("container", container)
        validation.parts("fetch", fetch)
        validation.minimum("gpus", gpus, 0)
        validation.parts("healthChecks", healthChecks)
        validation.minimum("instances", instances, 0)
        validation.part("ipAddress", ipAddress)
        validation.known("killSelection", killSelection)
        validation.parts("networks", networks)
        validation.parts("portDefinitions", portDefinitions)
        validation.parts("readinessChecks", readinessChecks)
        validation.entries("secrets", secrets)
        validation.minimum("taskKillGracePeriodSeconds", taskKillGracePeriodSeconds, 0)
        checkRules(&validation)
    }
}

extension AppContainer: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("docker", docker)
        validation.part("linuxInfo", linuxInfo)
        validation.parts("portMappings", portMappings)
        validation.known("type", type)
        validation.parts("volumes", volumes)
    }
}

extension AppDocker: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("credential", credential)
        validation.required("image", image)
        validation.known("network", network)
        validation.parts("parameters", parameters)
        validation.parts("portMappings", portMappings)
        validation.part("pullConfig", pullConfig)
    }
}

extension AppCredential: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("principal", principal)
    }
}

extension AppPullConfig: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("secret", secret)
    }
}

extension AppDockerParameter: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
    }
}

extension AppLinuxInfo: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("ipcInfo", ipcInfo)
    }
}

extension AppIPCInfo: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("mode", mode)
    }
}

extension PortMapping: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("containerPort", containerPort, .portOrZero)
        validation.format("hostPort", hostPort, .portOrZero)
        validation.format("name", name, .portMappingName)
        validation.known("protocol", `protocol`)
        validation.format("servicePort", servicePort, .portOrZero)
    }
}

extension PortDefinition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("name", name, .portMappingName)
        validation.format("port", port, .portOrZero)
        validation.known("protocol", `protocol`)
    }
}

extension AppNetwork: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("mode", mode)
    }
}

extension AppVolume: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("containerPath", containerPath)
        validation.part("external", external)
        validation.known("mode", mode)
    }
}

extension AppExternalVolume: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
        validation.required("provider", provider)
    }
}

extension AppHealthCheck: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("command", command)
        validation.minimum("delaySeconds", delaySeconds, 0)
        validation.minimum("gracePeriodSeconds", gracePeriodSeconds, 0)
        validation.minimum("intervalSeconds", intervalSeconds, 0)
        validation.minimum("maxConsecutiveFailures", maxConsecutiveFailures, 0)
        validation.format("port", port, .portOrZero)
        validation.minimum("portIndex", portIndex, 0)
        validation.known("protocol", `protocol`)
        validation.minimum("timeoutSeconds", timeoutSeconds, 0)
    }
}

extension AppCommand: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("value", value)
    }
}

extension AppCheck: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("exec", exec)
        validation.part("http", http)
        validation.part("tcp", tcp)
    }
}

extension AppCheckExec: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("command", command)
    }
}

extension AppCheckHTTP: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("port", port, .portOrZero)
    }
}

extension AppCheckTCP: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.format("port", port, .portOrZero)
    }
}

extension AppReadinessCheck: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.minimum("intervalSeconds", intervalSeconds, 1)
        validation.known("protocol", `protocol`)
        validation.minimum("timeoutSeconds", timeoutSeconds, 1)
    }
}

extension AppSecret: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("source", source)
    }
}

extension AppFetch: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("uri", uri)
    }
}

extension AppIPAddress: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("discovery", discovery)
    }
}

extension AppIPDiscovery: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("ports", ports)
    }
}

extension AppIPDiscoveryPort: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
        validation.known("protocol", `protocol`)
    }
}

extension AppStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
        validation.part("deployment", deployment)
    }
}

extension AppDeployment: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("action", action)
        validation.known("state", state)
    }
}
