/// The manifests that are measured with.
enum Manifest {
    /// A Deployment whose containers write a file as the first thing they do, and then do nothing.
    ///
    /// - Parameters:
    ///   - file: what they write, in the shell's words: `$POD` is the pod's name.
    ///   - directory: where, on the host.
    static func deployment(_ name: String, replicas: Int, file: String, directory: String) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: \(name)
        spec:
          replicas: \(replicas)
          selector:
            matchLabels: {app: \(name)}
          template:
            metadata:
              labels: {app: \(name)}
            spec:
              terminationGracePeriodSeconds: 1
              volumes:
                - name: signs
                  hostPath: {path: \(directory)}
              containers:
                - name: main
                  command: [/bin/sh, -c, ': > "/signs/\(file)"; exec sleep infinity']
                  env:
                    - name: POD
                      valueFrom: {fieldRef: {fieldPath: metadata.name}}
                  volumeMounts:
                    - {name: signs, mountPath: /signs}

        """
    }

    static func configMap(_ name: String, _ value: String) -> String {
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: \(name)
          labels:
            app.kubernetes.io/part-of: benchmark
        data:
          value: \(value)
          text: |
            What a ConfigMap holds is read by those that mount it or take their environment from it. This one is
            mounted by nobody. It only has the length that such files have where people keep thousands of them, which
            is some four hundred bytes each, so that five thousand make two million bytes.

        """
    }
}
