import Model

/// What is measured with: an object of a common size, in the words that a user writes.
enum Samples {
    /// By which a Deployment and its Service select their pods; its value is their name.
    static let label = "app.kubernetes.io/name"

    /// A manifest as people have it: probes, environment, ports, resources.
    static func deployment(_ name: String, replicas: Int) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: \(name)
          labels:
            \(label): \(name)
            app.kubernetes.io/part-of: benchmark
        spec:
          replicas: \(replicas)
          selector:
            matchLabels:
              \(label): \(name)
          template:
            metadata:
              labels:
                \(label): \(name)
            spec:
              terminationGracePeriodSeconds: 5
              containers:
                - name: main
                  command: [sleep, infinity]
                  env:
                    - name: VERSION
                      value: "1"
                    - name: POD_NAME
                      valueFrom:
                        fieldRef:
                          fieldPath: metadata.name
                  ports:
                    - name: http
                      containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /healthz
                      port: http
                    periodSeconds: 2
                  resources:
                    requests:
                      cpu: 1m
                      memory: 1Mi

        """
    }

    static func service(_ name: String) -> String {
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: \(name)
        spec:
          selector:
            \(label): \(name)
          ports:
            - name: http
              port: 80
              targetPort: http

        """
    }

    static func configMap(_ name: String) -> String {
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: \(name)
        data:
          mode: quiet

        """
    }

    /// A node on which that many of them have room.
    static func node(_ name: String, pods: Int) -> Node {
        var node = Node()
        node.metadata.name = name
        node.status.allocatable = [
            "cpu": "1000", "memory": "1Ti", "pods": Quantity("\(pods)") ?? Quantity(),
        ]
        return node
    }
}
