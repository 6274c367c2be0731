import Glibc
import Testing

extension EndToEnd {
    @Suite struct Down {
        @Test(arguments: [true, false])
        func `down stops pods as they ask to be stopped`(hasDaemon: Bool) async throws {
            try await inHouse { house in
                let words = try lastWords(of: house)
                try await house.start()
                try await house.ready(2, "app=polite")
                if !hasDaemon { try await house.end(by: SIGKILL) }

                let answer = try await house.steady("down")

                #expect(answer.status == 0, "\(answer.errors)")
                #expect(house.processes() == [])
                let said = Files.entries(words).map { Files.text("\(words)/\($0)") }
                #expect(said == ["hook\nsignal\n", "hook\nsignal\n"], "\(said)")
            }
        }

        @Test func `who has no time gives none`() async throws {
            try await inHouse { house in
                try house.write("stubborn.yaml", Self.stubborn)
                try await house.start()
                try await house.ready(1, "app=stubborn")

                // It would take an hour; what waits for commands here gives up after a minute.
                let patient = try house.begin("down", [])
                try await until("it is going down", detail: { house.daemonLog }) {
                    house.daemonLog.contains("taking everything down")
                }
                patient.signal(SIGKILL)
                let answer = try await house.steady("down", "--grace-period", "0")

                #expect(answer.status == 0, "\(answer.errors)")
                #expect(house.processes() == [])
            }
        }

        @Test func `a daemon that can't listen says so and ends`() async throws {
            try await inHouse { house in
                #expect(mkdir(house.state, 0o700) == 0 && mkdir("\(house.state)/steady.sock", 0o700) == 0)

                let answer = try await house.finish(house.startDaemon())

                #expect(answer.status == 1)
                #expect(answer.errors.contains("something else than a socket in its place"), "\(answer.errors)")
                #expect(!answer.errors.contains("listening on"), "\(answer.errors)")
            }
        }

        /// Two pods that write what they hear on their way out, each into a file of its own. Returns where.
        private func lastWords(of house: House) throws -> String {
            let place = "\(house.directory)/words"
            guard mkdir(place, 0o777) == 0, chmod(place, 0o777) == 0 else { throw Surprise("make \(place)") }
            try house.write("polite.yaml", Self.polite(place))
            return place
        }

        private static func polite(_ place: String) -> String {
            #"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: polite}
            spec:
              replicas: 2
              selector:
                matchLabels: {app: polite}
              template:
                metadata:
                  labels: {app: polite}
                spec:
                  containers:
                    - name: polite
                      command:
                        - sh
                        - -c
                        - 'trap "echo signal >> /words/$HOSTNAME; exit 0" USR1; touch /tmp/up; while :; do sleep 0.05; done'
                      readinessProbe:
                        exec: {command: [test, -e, /tmp/up]}
                        periodSeconds: 1
                      lifecycle:
                        stopSignal: SIGUSR1
                        preStop:
                          exec: {command: [sh, -c, 'echo hook >> /words/$HOSTNAME']}
                      volumeMounts:
                        - {name: words, mountPath: /words}
                  volumes:
                    - name: words
                      hostPath: {path: \#(place)}

            """#
        }

        private static let stubborn = """
            apiVersion: v1
            kind: Pod
            metadata: {name: stubborn, labels: {app: stubborn}}
            spec:
              terminationGracePeriodSeconds: 3600
              containers:
                - name: stubborn
                  command: [sh, -c, 'trap "" TERM; while :; do sleep 0.05; done']

            """
    }
}
