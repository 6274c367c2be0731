extension NativeContainerizer: ContainerSessions {
    public func openSession(_ request: SessionRequest) async throws(ContainersError) -> ExecSession {
        typealias Opened = Result<ExecSession, ContainersError>
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<Opened, Never>) in
            let refuse: @Sendable () -> Void = {
                continuation.resume(returning: .failure(ContainersError(.other, "the daemon is about to end")))
            }
            let isTaken = perform(for: request.attempt.container.pod) { containerizer in
                let isPosted = containerizer.loop.post { [conversations = containerizer.conversations] in
                    guard let open = conversations.value else { return refuse() }
                    Conversation.begin(request, containerizer.layout, containerizer.loop, open) {
                        continuation.resume(returning: $0)
                    }
                }
                if !isPosted { refuse() }
            }
            if !isTaken { refuse() }
        }
        return try result.get()
    }
}
