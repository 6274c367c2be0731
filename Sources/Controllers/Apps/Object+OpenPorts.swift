internal import Model

extension Object {
    /// As its ports can be judged: an app's pod leaves their numbers open until its node is known, which no client may.
    var withOpenPortsFilled: Object {
        guard case .pod(var pod) = self, MarathonPod.choosesPorts(pod) else { return self }
        for container in pod.spec.containers.indices {
            for index in pod.spec.containers[container].ports.indices {
                let port = pod.spec.containers[container].ports[index]
                if port.containerPort == 0 { pod.spec.containers[container].ports[index].containerPort = 1 }
                if port.hostPort < 0 { pod.spec.containers[container].ports[index].hostPort = 0 }
            }
        }
        return .pod(pod)
    }
}
