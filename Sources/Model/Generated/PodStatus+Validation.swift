// Made by `make generate` from PodStatus.yaml: change that, not this.

extension PodStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("conditions", conditions)
        validation.parts("containerStatuses", containerStatuses)
        validation.parts("ephemeralContainerStatuses", ephemeralContainerStatuses)
        validation.part("extendedResourceClaimStatus", extendedResourceClaimStatus)
        validation.parts("hostIPs", hostIPs)
        validation.parts("initContainerStatuses", initContainerStatuses)
        validation.parts("nodeAllocatableResourceClaimStatuses", nodeAllocatableResourceClaimStatuses)
        validation.known("phase", phase)
        validation.parts("podIPs", podIPs)
        validation.known("qosClass", qosClass)
        validation.parts("resourceClaimStatuses", resourceClaimStatuses)
        validation.part("resources", resources)
    }
}

extension PodCondition: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("status", status)
        validation.known("status", status)
        validation.required("type", type)
    }
}

extension ContainerStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("allocatedResourcesStatus", allocatedResourcesStatus)
        validation.required("image", image)
        validation.required("imageID", imageID)
        validation.required("name", name)
        validation.part("resources", resources)
        validation.parts("volumeMounts", volumeMounts)
    }
}

extension ResourceStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
        validation.parts("resources", resources)
    }
}

extension ResourceHealth: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("resourceID", resourceID)
    }
}

extension VolumeMountStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("mountPath", mountPath)
        validation.required("name", name)
        validation.part("volumeStatus", volumeStatus)
    }
}

extension VolumeStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("image", image)
    }
}

extension ImageVolumeStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("imageRef", imageRef)
    }
}

extension PodExtendedResourceClaimStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("requestMappings", requestMappings)
        validation.parts("requestMappings", requestMappings)
        validation.required("resourceClaimName", resourceClaimName)
    }
}

extension ContainerExtendedResourceRequest: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("containerName", containerName)
        validation.required("requestName", requestName)
        validation.required("resourceName", resourceName)
    }
}

extension HostIP: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("ip", ip)
    }
}

extension NodeAllocatableResourceClaimStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("resourceClaimName", resourceClaimName)
        validation.required("resources", resources)
    }
}

extension PodIP: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("ip", ip)
    }
}

extension PodResourceClaimStatus: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("name", name)
    }
}
