// Made by `make generate` from Security.yaml: change that, not this.

extension SecurityContext: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("appArmorProfile", appArmorProfile)
        validation.known("procMount", procMount)
        validation.range("runAsGroup", runAsGroup, 0...2147483647)
        validation.range("runAsUser", runAsUser, 0...2147483647)
        validation.part("seccompProfile", seccompProfile)
    }
}

extension PodSecurityContext: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("appArmorProfile", appArmorProfile)
        validation.range("fsGroup", fsGroup, 0...2147483647)
        validation.known("fsGroupChangePolicy", fsGroupChangePolicy)
        validation.range("runAsGroup", runAsGroup, 0...2147483647)
        validation.range("runAsUser", runAsUser, 0...2147483647)
        validation.part("seccompProfile", seccompProfile)
        validation.known("supplementalGroupsPolicy", supplementalGroupsPolicy)
        validation.parts("sysctls", sysctls)
    }
}

extension AppArmorProfile: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("type", type)
        validation.known("type", type)
    }
}

extension SeccompProfile: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("type", type)
        validation.known("type", type)
    }
}

extension Sysctl: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}
