import Model
import Testing
import YAML

/// What a real API server made of the same objects.
@Suite struct DefaultsTests {
    @Test func `a pod gets all that the API server gives it`() throws {
        var object = try defaulted(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: full}
            spec:
              containers:
              - name: c
                image: nginx
                livenessProbe: {httpGet: {port: 80}}
                ports: [{containerPort: 80, name: http}]
                env: [{name: P, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
              volumes:
              - {name: v, secret: {secretName: s}}
              - {name: h, hostPath: {path: /tmp}}
              - {name: n}
              initContainers:
              - {name: sc, image: "busybox:1", restartPolicy: Always}
            """
        )
        var pod = try #require(Pod(object))
        pod.admit()
        object = pod.object

        let spec = """
            {"containers": [{"env": [{"name": "P", "valueFrom": {"fieldRef":
               {"apiVersion": "v1", "fieldPath": "status.podIP"}}}], "image": "nginx", "imagePullPolicy": "Always",
              "livenessProbe": {"failureThreshold": 3, "httpGet": {"path": "/", "port": 80, "scheme": "HTTP"},
               "periodSeconds": 10, "successThreshold": 1, "timeoutSeconds": 1}, "name": "c",
              "ports": [{"containerPort": 80, "name": "http", "protocol": "TCP"}], "resources": {},
              "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}],
             "dnsPolicy": "ClusterFirst", "enableServiceLinks": true,
             "initContainers": [{"image": "busybox:1", "imagePullPolicy": "IfNotPresent", "name": "sc",
              "resources": {}, "restartPolicy": "Always", "terminationMessagePath": "/dev/termination-log",
              "terminationMessagePolicy": "File"}],
             "preemptionPolicy": "PreemptLowerPriority", "priority": 0, "restartPolicy": "Always",
             "schedulerName": "default-scheduler", "securityContext": {}, "terminationGracePeriodSeconds": 30,
             "tolerations": [{"effect": "NoExecute", "key": "node.kubernetes.io/not-ready", "operator": "Exists",
              "tolerationSeconds": 300}, {"effect": "NoExecute", "key": "node.kubernetes.io/unreachable",
              "operator": "Exists", "tolerationSeconds": 300}],
             "volumes": [{"name": "v", "secret": {"defaultMode": 420, "secretName": "s"}},
              {"hostPath": {"path": "/tmp", "type": ""}, "name": "h"}, {"emptyDir": {}, "name": "n"}]}
            """
        #expect(try object.part("spec") == Value.parse(json: spec))
        let status = #"{"phase": "Pending", "qosClass": "BestEffort"}"#
        #expect(try object.part("status") == Value.parse(json: status))
    }

    @Test func `limits stand in for requests, amounts become canonical, and equal values are guaranteed`() throws {
        let object = try defaulted(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: q}
            spec:
              containers:
              - name: c
                resources:
                  requests: {cpu: 0.1, memory: 128974848}
                  limits: {cpu: 100m, memory: 123Mi}
              - name: d
                resources: {limits: {cpu: 1, memory: 1024Mi}}
            """
        )
        let pod = try #require(Pod(object))

        let first =
            #"{"limits": {"cpu": "100m", "memory": "123Mi"}, "requests": {"cpu": "100m", "memory": "128974848"}}"#
        #expect(try object.part("spec", "containers", "0", "resources") == Value.parse(json: first))
        let second = #"{"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "1", "memory": "1Gi"}}"#
        #expect(try object.part("spec", "containers", "1", "resources") == Value.parse(json: second))
        #expect(pod.qualityOfService == .guaranteed)
    }

    @Test func `a service gets its policies by its type`() throws {
        let node = try defaulted(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: svc-np}
            spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
            """
        )
        let spec = """
            {"externalTrafficPolicy": "Cluster", "internalTrafficPolicy": "Cluster", "ipFamilies": ["IPv4"],
             "ipFamilyPolicy": "SingleStack", "ports": [{"port": 80, "protocol": "TCP", "targetPort": 80}],
             "selector": {"app": "web"}, "sessionAffinity": "None", "type": "NodePort"}
            """
        #expect(try node.part("spec") == Value.parse(json: spec))

        let external = try defaulted(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: svc-ext}
            spec: {type: ExternalName, externalName: example.com}
            """
        )
        let json = #"{"externalName": "example.com", "sessionAffinity": "None", "type": "ExternalName"}"#
        #expect(try external.part("spec") == Value.parse(json: json))
        #expect(try external.part("status") == Value.parse(json: #"{"loadBalancer": {}}"#))
    }

    @Test func `a secret's plain text joins its data`() throws {
        let secret = try defaulted("{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: b}}")

        #expect(try secret.part("data") == ["a": "Yg=="])
        #expect(try secret.part("type") == "Opaque")
        #expect(try secret.part()["stringData"] == nil)
    }

    @Test func `a namespace gets its label, its finalizer and its phase`() throws {
        let namespace = try defaulted("{apiVersion: v1, kind: Namespace, metadata: {name: g}}")

        #expect(try namespace.part("metadata", "labels") == ["kubernetes.io/metadata.name": "g"])
        #expect(try namespace.part("spec") == ["finalizers": ["kubernetes"]])
        #expect(try namespace.part("status") == ["phase": "Active"])
    }

    @Test func `the ports of a slice get a name and a protocol`() throws {
        let slice = try defaulted(
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: es}
            addressType: IPv4
            endpoints: [{addresses: [10.0.0.1]}]
            ports: [{port: 80}]
            """
        )
        #expect(try slice.part("ports") == [["name": "", "protocol": "TCP", "port": 80]])
        #expect(try slice.part("endpoints") == [["addresses": ["10.0.0.1"], "conditions": [:]]])
    }

    @Test(
        arguments: [
            ("nginx", "Always"), ("nginx:1", "IfNotPresent"), ("host:5000/nginx", "Always"), ("a:latest", "Always"),
            ("a@sha256:0", "IfNotPresent"), ("host", "IfNotPresent"),
        ]
    )
    func `an image whose tag may move is fetched each time`(image: String, policy: String) throws {
        var container = Container { $0.image = image }
        container.applyDefaults()
        #expect(container.imagePullPolicy.rawValue == policy)
    }
}
