/// Manifests that the stories put into the directory.
enum Manifest {
    static func web(replicas: Int, version: String = "one") -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: \(replicas)
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
                - name: hello
                  command: [steady, hello]
                  env:
                    - {name: VERSION, value: version \(version)}
                  ports:
                    - {name: http, containerPort: 8080}
                  readinessProbe:
                    httpGet: {path: /healthz, port: http}
                    periodSeconds: 1

        """
    }

    static let service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports:
            - {port: 80, targetPort: http}

        """

    static let board = """
        {
          "id": "/demo/board", "instances": 2, "cpus": 0.05, "mem": 32,
          "cmd": "exec python3 -m http.server \\"$PORT0\\"",
          "portDefinitions": [{"name": "http"}]
        }

        """

    /// An app of one instance that is checked once in `interval` seconds, and is killed by the second failure.
    static func checked(interval: Int) -> String {
        """
        {
          "id": "/demo/checked", "cpus": 0.05, "mem": 32, "backoffSeconds": 0,
          "cmd": "exec steady hello",
          "portDefinitions": [{"name": "http"}],
          "healthChecks": [{
            "protocol": "HTTP", "path": "/healthz", "gracePeriodSeconds": 60,
            "intervalSeconds": \(interval), "timeoutSeconds": 20, "maxConsecutiveFailures": 1
          }]
        }

        """
    }

    static func words(_ word: String) -> String {
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: words}
        data: {word: \(word)}

        """
    }

    /// A pod that says three words, and ends.
    static func end(_ number: Int, code: Int) -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: end-\(number)}
        spec:
          restartPolicy: Never
          containers:
            - name: end
              command: [sh, -c, 'echo one; sleep 0.05; echo two; sleep 0.1; echo three; exit \(code)']

        """
    }

    /// Pods that count, a line for each number, without a gap as long as one process lives.
    static func counters(_ replicas: Int) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: counter}
        spec:
          replicas: \(replicas)
          selector:
            matchLabels: {app: counter}
          template:
            metadata:
              labels: {app: counter}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
                - name: counter
                  command:
                    - sh
                    - -c
                    - 'n=0; while :; do n=$((n+1)); echo "line $n"; sleep 0.05; done'
                  volumeMounts:
                    - {name: words, mountPath: /words}
              volumes:
                - name: words
                  configMap: {name: words}

        """
    }
}
