import Glibc
import Testing

extension EndToEnd {
    @Suite struct Secrets {
        private let value = "correct-horse-battery"
        private let encoded = "Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5"

        private func manifest(_ value: String) -> String {
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: login}
            stringData: {password: \(value)}
            """
        }

        private var user: String {
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: user}
            spec:
              selector: {matchLabels: {app: user}}
              template:
                metadata: {labels: {app: user}}
                spec:
                  containers:
                  - name: main
                    # Put together here, so that no word of it stands in the journal for another reason.
                    command:
                    - sh
                    - -c
                    - test "$PASSWORD" = "$(printf '%s-%s-%s' correct horse battery)" && echo it is right; sleep infinity
                    env:
                    - name: PASSWORD
                      valueFrom: {secretKeyRef: {name: login, key: password}}
            """
        }

        /// All that stands in the journal.
        private func journal(_ house: House) -> String {
            let place = "\(house.state)/journal"
            return Files.entries(place).map { Files.text("\(place)/\($0)") }.joined()
        }

        private func shows(_ text: String) -> Bool { text.contains(value) || text.contains(encoded) }

        @Test func `a Secret reaches its pod, and no journal, log or difference`() async throws {
            try await inHouse { house in
                try house.write("login.yaml", manifest(value))
                try house.write("user.yaml", user)
                try await house.start()
                let pod = try #require(try await house.ready(1, "app=user").first)
                try await until("the pod has its secret") {
                    try await house.steady("logs", pod.name).output.contains("it is right")
                }

                let other = "\(house.directory)/other.yaml"
                try Files.write(manifest("other-word"), to: other)
                let difference = try await house.steady("diff", "-f", other)
                #expect(difference.output.contains("*** (before)") && difference.output.contains("*** (after)"))
                #expect(!shows(difference.output) && !difference.output.contains("other-word"))
                #expect(try await house.steady("apply", "-f", other, "--force-conflicts").status == 0)
                for command in ["why", "history", "describe"] {
                    #expect(!shows(try await house.steady(command, "secret/login").output), "\(command)")
                }
                let told = journal(house)
                #expect(told.contains("\"sealed\":"))
                #expect(!shows(told))
                #expect(!shows(house.daemonLog))
            }
        }

        @Test func `without its key a daemon doesn't start, and with it nothing is lost`() async throws {
            try await inHouse { house in
                try house.write("login.yaml", manifest(value))
                try await house.start()
                try await until("the secret is there") { try await house.get("secret", "login") != nil }
                try await house.end(by: SIGTERM)
                let key = "\(house.state)/secrets.key"
                var status = stat()
                #expect(stat(key, &status) == 0 && status.st_mode & 0o777 == 0o600 && status.st_size == 32)

                #expect(rename(key, "\(key).away") == 0)
                try await refusal(house, "\(key) is missing")
                #expect(!Files.exists(key))
                let verification = [house.daemonCommand[0], "journal", "verify", "--state", house.state]
                #expect(try await house.finish(house.run(verification)).status == 0)
                try Files.write("0123456789abcdef0123456789abcdef", to: key)
                try await refusal(house, "\(key) is not the key")
                try Files.write("short", to: key)
                try await refusal(house, "a key has 32 bytes")

                #expect(rename("\(key).away", key) == 0)
                try await house.start()
                let password = try await house.steady("get", "secret", "login", "-o", "jsonpath={.data.password}")
                #expect(password.output == encoded)
            }
        }

        /// A daemon that ends at once and says why.
        private func refusal(_ house: House, _ words: String) async throws {
            let daemon = try house.startDaemon()
            try await until("the daemon refuses", detail: { daemon.errors }) { daemon.ended != nil }
            #expect(daemon.ended == 1)
            #expect(daemon.errors.contains(words), "\(daemon.errors)")
        }
    }
}
