// Made by `make generate` from the schema files: change that, not this.

extension Schema {
    /// A type: `T`, its name and facts, a tab, its description; then its fields: `F` and the same. An enumeration:
    /// `E` and the same. A fact is a word, or a name and its value.
    static let table: StaticString =
        #"""
        T App package=dev.steady.marathon.v2	A number of equal tasks, as Marathon defines them
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the app
        F spec type=AppSpec proto=2	Marathon's definition, field for field
        F status type=AppStatus proto=3	How many tasks there are; written by the system
        T AppSpec package=dev.steady.marathon.v2	What to run, how often and where
        F acceptedResourceRoles list=string optional proto=1 listType=atomic unenforced	Roles whose resources the tasks may use
        F args list=string proto=2 listType=atomic	Program and arguments, run without a shell; arguments to the entrypoint of an image
        F backoffFactor type=double optional proto=3 default=1.15	What the wait is multiplied by after each further failure; default 1.15
        F backoffSeconds type=double optional proto=4 default=1	Seconds to wait after the first failure before a task is launched again; default 1
        F check type=AppCheck optional proto=5 unenforced	A check whose result is reported and never kills
        F cmd type=string optional proto=6	A command line for /bin/sh -c
        F constraints list=Constraint proto=7 listType=atomic	Where instances may be placed: field, operator and perhaps a value
        F container type=AppContainer optional proto=8	The image, the volumes and the ports of a task
        F cpus type=double optional proto=9 default=1	Cores of each instance; a share, no cap; default 1
        F dependencies list=string proto=10 listType=set	Apps and groups to be up before this one is deployed; relative paths count from its group
        F disk type=double proto=11 unenforced	MiB of disk of each instance; default 0
        F env map=EnvironmentValue proto=12	Environment variables of the task
        F executor type=string proto=13 unenforced	Path of a Mesos executor; empty for the usual one
        F executorResources type=AppExecutorResources optional proto=14 unenforced	What the executor itself needs
        F fetch list=AppFetch proto=15 listType=atomic unenforced	Files that are brought into the sandbox before the task starts
        F gpus type=int32 proto=16 minimum=0 unenforced	Graphics processors of each instance; default 0
        F healthChecks list=AppHealthCheck proto=17 listType=atomic	Checks that say whether a task is healthy and restart one that fails them
        F id type=string proto=18	The path that names the app, such as /jobs/clock
        F instances type=int32 optional proto=19 default=1 minimum=0	How many tasks should run; 0 suspends the app; default 1
        F ipAddress type=AppIPAddress optional proto=20	Old way to ask for a network; becomes networks
        F killSelection type=KillSelection proto=21 default=YOUNGEST_FIRST	Whether the youngest or the oldest tasks go first; default YOUNGEST_FIRST
        F labels map=string proto=22	Labels of the app, and variables of tasks that start from then on; a change restarts nothing
        F maxLaunchDelaySeconds type=double optional proto=23 default=300	The longest wait in seconds between launches; default 300
        F mem type=double optional proto=24 default=128	MiB of memory of each instance, a hard limit; default 128
        F networks list=AppNetwork proto=25 listType=atomic	The networks that a task joins; default host
        F portDefinitions list=PortDefinition optional proto=26 listType=atomic	Ports on the host's network; one by default, none for an empty list
        F ports list=int32 optional proto=27 listType=atomic	Old form of portDefinitions
        F readinessChecks list=AppReadinessCheck proto=28 listType=atomic	A check that holds a deployment until a new task is ready; at most one
        F requirePorts type=bool proto=29	Whether the ports that are named must be the ports on the host; default false
        F residency type=AppResidency optional proto=30 unenforced	Without effect since Marathon 1.6
        F resourceLimits type=AppResourceLimits optional proto=31 unenforced	How far a task may go beyond what it asks for
        F role type=string optional proto=32 unenforced	The role whose resources are used
        F secrets map=AppSecret proto=33 unenforced	Secrets by the name under which env and volumes use them
        F storeUrls list=string proto=34 listType=atomic	Removed from Marathon; only an empty list is still read
        F taskKillGracePeriodSeconds type=int32 optional proto=35 minimum=0	Seconds between SIGTERM and SIGKILL; default 3
        F tty type=bool optional proto=36 unenforced	Whether the task gets a terminal
        F unreachableStrategy type=UnreachableStrategy optional proto=37 unenforced	When tasks on a lost node are replaced and forgotten
        F upgradeStrategy type=AppUpgradeStrategy optional proto=38	How much may be missing and how much may be too many during an upgrade
        F uris list=string proto=39 listType=atomic	Old form of fetch
        F user type=string optional proto=40 unenforced	The user of the host that runs the task
        F version type=string proto=41	When this definition was made; written by the system
        F versionInfo type=AppVersionInfo optional proto=42	When the app changed; written by the system
        T AppContainer package=dev.steady.marathon.v2	The image, the volumes and the ports of a task
        F docker type=AppDocker optional proto=1	An image and how it is run
        F linuxInfo type=AppLinuxInfo optional proto=2 unenforced	Seccomp and shared memory
        F portMappings list=PortMapping optional proto=3 listType=atomic	Ports of a task that has a network of its own
        F type type=AppContainerType proto=4	DOCKER for an image run by Docker, MESOS for a native container
        F volumes list=AppVolume proto=5 listType=atomic	What is mounted into the container
        T AppDocker package=dev.steady.marathon.v2	An image and how it is run
        F credential type=AppCredential optional proto=1 unenforced	Old way to log in to a registry
        F forcePullImage type=bool proto=2 unenforced	Whether the image is fetched for each start; default false
        F image type=string proto=3 required	The image to run
        F network type=AppDockerNetwork optional proto=4	Old way to choose a network; becomes networks
        F parameters list=AppDockerParameter proto=5 listType=atomic unenforced	Further options of docker run
        F portMappings list=PortMapping optional proto=6 listType=atomic	Old place of the port mappings; they move up to the container
        F privileged type=bool proto=7 unenforced	Whether the container may do what root may; default false
        F pullConfig type=AppPullConfig optional proto=8 unenforced	The secret to log in to a registry
        T AppCredential package=dev.steady.marathon.v2	An account at a registry
        F principal type=string proto=1 required	The account
        F secret type=string proto=2	Its password
        T AppPullConfig package=dev.steady.marathon.v2	How an image is fetched
        F secret type=string proto=1 required	The secret that holds the registry's credentials
        T AppDockerParameter package=dev.steady.marathon.v2	An option of docker run
        F key type=string proto=1 required	The option, without dashes
        F value type=string proto=2 required	Its value
        T AppLinuxInfo package=dev.steady.marathon.v2	Seccomp and shared memory of a native container
        F ipcInfo type=AppIPCInfo optional proto=1	Whose shared memory is used
        F seccomp type=AppSeccomp optional proto=2	Which filter of system calls applies
        T AppIPCInfo package=dev.steady.marathon.v2	Whose shared memory is used
        F mode type=string proto=1 required	PRIVATE or SHARE_PARENT
        F shmSize type=int32 proto=2	Size of /dev/shm in MB
        T AppSeccomp package=dev.steady.marathon.v2	Which filter of system calls applies
        F profileName type=string proto=1	The profile to use
        F unconfined type=bool proto=2	Whether there is no filter
        T PortMapping package=dev.steady.marathon.v2	A port of a task that has a network of its own
        F containerPort type=int32 proto=1 format=portOrZero	Port in the container; 0 takes the number of the host port
        F hostPort type=int32 optional proto=2 format=portOrZero	Port on the host; 0 for any; absent means 0 on a bridge and none elsewhere
        F labels map=string proto=3	Labels of the port
        F name type=string optional proto=4 format=portMappingName	Name of the port
        F networkNames list=string proto=5 listType=atomic	The networks on which the port is reached
        F protocol type=PortProtocol proto=6 default=tcp	tcp, udp or both; default tcp
        F servicePort type=int32 proto=7 format=portOrZero	Port by which clients know the service; 0 for any
        T PortDefinition package=dev.steady.marathon.v2	A port on the host's network
        F labels map=string proto=1	Labels of the port
        F name type=string optional proto=2 format=portMappingName	Name of the port
        F port type=int32 proto=3 required format=portOrZero	Port by which clients know the service, and with requirePorts the host port; 0 for any
        F protocol type=PortProtocol proto=4 default=tcp	tcp, udp or both; default tcp
        T AppNetwork package=dev.steady.marathon.v2	A network that a task joins
        F labels map=string proto=1	Labels of the network
        F mode type=AppNetworkMode proto=2 default=container	host, container/bridge or container
        F name type=string optional proto=3	Name of a container network
        T AppVolume package=dev.steady.marathon.v2	What is mounted into a container; exactly one of hostPath, persistent, external and secret
        F containerPath type=string proto=1 required	Where it is found in the container
        F external type=AppExternalVolume optional proto=2 unenforced	A volume of a storage provider
        F hostPath type=string optional proto=3	A path of the host, or of the sandbox where it is relative
        F mode type=AppVolumeMode proto=4 default=RW	RO or RW; default RW
        F persistent type=AppPersistentVolume optional proto=5 unenforced	A volume that outlives the task and keeps it on its node
        F secret type=string optional proto=6 unenforced	A secret, by its name in secrets
        T AppPersistentVolume package=dev.steady.marathon.v2	A volume that outlives its task
        F constraints list=Constraint proto=1 listType=atomic	Which disks may be used
        F maxSize type=int64 optional proto=2	MiB at most, for whole disks
        F profileName type=string optional proto=3	Profile of the disk
        F size type=int64 proto=4 required	MiB at least
        F type type=string optional proto=5	root, path or mount
        T AppExternalVolume package=dev.steady.marathon.v2	A volume of a storage provider
        F name type=string proto=1 required	Name of the volume at the provider
        F options type=RawJSON optional proto=2	What the provider wants to know
        F provider type=string proto=3 required	dvdi or csi
        F shared type=bool proto=4	Whether several tasks may use it at a time
        F size type=int64 optional proto=5	GiB
        T AppHealthCheck package=dev.steady.marathon.v2	A check that says whether a task is healthy, and restarts one that fails it
        F command type=AppCommand optional proto=1	What a COMMAND check runs; exit code 0 passes
        F delaySeconds type=int32 optional proto=2 default=15 minimum=0	Seconds to the first check, for the MESOS kinds; default 15
        F gracePeriodSeconds type=int32 optional proto=3 default=300 minimum=0	Seconds in which failures do not count until the first success; default 300
        F ignoreHttp1xx type=bool proto=4	Whether an answer from 100 to 199 counts for nothing; default false
        F intervalSeconds type=int32 optional proto=5 default=60 minimum=0	Seconds between checks; default 60
        F ipProtocol type=string proto=6 default=IPv4 unenforced	IPv4 or IPv6
        F maxConsecutiveFailures type=int32 optional proto=7 default=3 minimum=0	Failures in a row that end a task; HTTP, HTTPS and TCP bear as many, and 0 for ever; default 3
        F path type=string optional proto=8	Path to request, for HTTP kinds; default /
        F port type=int32 optional proto=9 format=portOrZero	Port to check, instead of portIndex
        F portIndex type=int32 optional proto=10 minimum=0	Which of the app's ports to check; default 0
        F protocol type=HealthCheckProtocol proto=11 default=HTTP	How to check; default HTTP
        F timeoutSeconds type=int32 optional proto=12 default=20 minimum=0	Seconds after which a check counts as failed; default 20
        T AppCommand package=dev.steady.marathon.v2	A command line
        F value type=string proto=1 required	The command line, for /bin/sh -c
        T AppCheck package=dev.steady.marathon.v2	A check whose result is reported and never kills
        F delaySeconds type=int32 optional proto=1 default=15	Seconds to the first check; default 15
        F exec type=AppCheckExec optional proto=2	Runs a command; its exit code is the result
        F http type=AppCheckHTTP optional proto=3	Makes a request; the status is the result
        F intervalSeconds type=int32 optional proto=4 default=60	Seconds between checks; default 60
        F tcp type=AppCheckTCP optional proto=5	Opens a connection
        F timeoutSeconds type=int32 optional proto=6 default=20	Seconds for one check; default 20
        T AppCheckExec package=dev.steady.marathon.v2	Runs a command
        F command type=AppCommand optional proto=1	The command
        T AppCheckHTTP package=dev.steady.marathon.v2	Makes an HTTP request
        F path type=string optional proto=1	Path to request
        F port type=int32 optional proto=2 format=portOrZero	Port, instead of portIndex
        F portIndex type=int32 optional proto=3	Which of the app's ports
        F scheme type=string optional proto=4	HTTP or HTTPS
        T AppCheckTCP package=dev.steady.marathon.v2	Opens a connection
        F port type=int32 optional proto=1 format=portOrZero	Port, instead of portIndex
        F portIndex type=int32 optional proto=2	Which of the app's ports
        T AppReadinessCheck package=dev.steady.marathon.v2	A check that holds a deployment until a new task is ready
        F httpStatusCodesForReady list=int32 optional proto=1	Statuses that mean ready; default 200
        F intervalSeconds type=int32 optional proto=2 default=30 minimum=1	Seconds between checks; default 30
        F name type=string proto=3 default=readinessCheck	Name of the check
        F path type=string proto=4 default=/	Path to request; default /
        F portName type=string proto=5 default=http-api	Name of the port to check; default http-api
        F preserveLastResponse type=bool proto=6	Whether the last answer is kept and shown; default false
        F protocol type=URIScheme proto=7 default=HTTP	HTTP or HTTPS; default HTTP
        F timeoutSeconds type=int32 optional proto=8 default=10 minimum=1	Seconds for one check, fewer than lie between them; default 10
        T AppUpgradeStrategy package=dev.steady.marathon.v2	How much may be missing and how much may be too many during an upgrade
        F maximumOverCapacity type=double optional proto=1	Share of instances that may run in addition; 0 to 1
        F minimumHealthCapacity type=double optional proto=2	Share of instances that must stay healthy; 0 to 1
        T AppResourceLimits package=dev.steady.marathon.v2	How far a task may go beyond what it asks for
        F cpus type=ResourceLimit optional proto=1	Cores, or unlimited
        F mem type=ResourceLimit optional proto=2	MiB, or unlimited
        T AppExecutorResources package=dev.steady.marathon.v2	What the executor itself needs
        F cpus type=double optional proto=1 default=0.1	Cores; default 0.1
        F disk type=double optional proto=2 default=10	MiB of disk; default 10
        F mem type=double optional proto=3 default=32	MiB of memory; default 32
        T AppSecret package=dev.steady.marathon.v2	Where a secret comes from
        F source type=string proto=1 required	Path in the store of secrets
        T AppFetch package=dev.steady.marathon.v2	A file that is brought into the sandbox
        F cache type=bool proto=1	Whether it is kept for the next task; default false
        F destPath type=string optional proto=2	Path in the sandbox
        F executable type=bool proto=3	Whether it is made executable; default false
        F extract type=bool optional proto=4 default=true	Whether an archive is unpacked; default true
        F uri type=string proto=5 required	Where it is found; at most 1024 characters
        T AppResidency package=dev.steady.marathon.v2	Without effect since Marathon 1.6
        F relaunchEscalationTimeoutSeconds type=int64 optional proto=1	Without effect
        F taskLostBehavior type=string optional proto=2	Without effect
        T AppIPAddress package=dev.steady.marathon.v2	Old way to ask for a network of a task's own
        F discovery type=AppIPDiscovery optional proto=1	Ports to publish
        F groups list=string proto=2 listType=atomic	Groups of the network
        F labels map=string proto=3	Labels of the network
        F networkName type=string optional proto=4	Name of the network
        T AppIPDiscovery package=dev.steady.marathon.v2	Ports to publish
        F ports list=AppIPDiscoveryPort proto=1 listType=atomic	The ports
        T AppIPDiscoveryPort package=dev.steady.marathon.v2	A port of a task with a network of its own
        F labels map=string proto=1	Labels of the port
        F name type=string proto=2 required	Its name
        F number type=int32 proto=3 required	Its number
        F protocol type=PortProtocol proto=4 default=tcp	tcp or udp
        T AppVersionInfo package=dev.steady.marathon.v2	When an app changed
        F lastConfigChangeAt type=string proto=1	When something other than the number of instances changed
        F lastScalingAt type=string proto=2	When the number of instances changed
        T AppStatus package=dev.steady.marathon.v2	How many tasks there are and how they fare
        F conditions list=Condition proto=1 listType=map keys=type patch=merge mergeKey=type	What holds of the app
        F currentInstances type=int32 proto=2	Tasks that run the definition as it is now
        F deployment type=AppDeployment optional proto=14	The change that is in progress, or the last one there was
        F delayedUntil type=Time optional proto=3	When the next task may be launched after failures
        F delaySeconds type=double proto=4	The wait in seconds after the last failure; grows by backoffFactor
        F instances type=int32 proto=5	Tasks that exist
        F lastTaskFailure type=AppTaskFailure optional proto=6	The last task that failed
        F observedGeneration type=int64 proto=7	The generation of the definition that this status is about
        F selector type=string proto=13	The selector that finds the app's pods, for scaling tools
        F servicePorts list=int32 proto=8 listType=atomic	The service ports that were assigned
        F tasksHealthy type=int32 proto=9	Running tasks that pass their checks
        F tasksRunning type=int32 proto=10	Tasks that run
        F tasksStaged type=int32 proto=11	Tasks that are on their way to running
        F tasksUnhealthy type=int32 proto=12	Running tasks that fail a check
        T AppDeployment package=dev.steady.marathon.v2	A change of an app on its way to the tasks; apps that were changed together share its id
        F action type=AppDeploymentAction proto=1	What is done to the app
        F endedAt type=Time optional proto=2	When it was through, or given up
        F id type=string proto=3	Tells it from others
        F previousVersion type=string proto=4	The version that was deployed last before it, which a rollback goes to
        F readinessCheckResults list=AppReadinessCheckResult proto=5 listType=atomic	What the readiness check of each new task came to
        F startedAt type=Time optional proto=6	When it began
        F state type=AppDeploymentState proto=7	Running, Succeeded or Cancelled
        F version type=string proto=8	The version that is deployed
        T AppReadinessCheckResult package=dev.steady.marathon.v2	What the readiness check of a task came to
        F lastResponse type=AppReadinessResponse optional proto=1	The last answer, where preserveLastResponse asks for it
        F name type=string proto=2	Name of the check
        F ready type=bool proto=3	Whether it has passed
        F taskId type=string proto=4	The task
        T AppReadinessResponse package=dev.steady.marathon.v2	An answer to a readiness check
        F body type=string proto=1	Its text, as much of it as is kept
        F contentType type=string proto=2	What it says its text is
        F status type=int32 proto=3	Its HTTP status
        T AppTaskFailure package=dev.steady.marathon.v2	A task that failed
        F appId type=string proto=1	The app
        F host type=string proto=2	The node
        F message type=string proto=3	What went wrong
        F state type=string proto=4	The state it ended in, such as TASK_FAILED
        F taskId type=string proto=5	The task
        F timestamp type=Time optional proto=6	When it failed
        F version type=string proto=7	The version of the app that it ran
        T ConfigMap package=io.k8s.api.core.v1	Settings that are no secret, for pods to read as files or variables
        F binaryData map=bytes proto=3	Entries of arbitrary bytes in base64; keys must not appear in data too
        F data map=string proto=2	Entries of plain text by key
        F immutable type=bool optional proto=4	Whether the contents are frozen; once true it stays so; default false
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the config map
        T Container package=io.k8s.api.core.v1	One program to run in a pod, with its image, environment and limits
        F args list=string proto=4 listType=atomic	Arguments to the command; those of the image if unset; $(NAME) is replaced from the environment
        F command list=string proto=3 listType=atomic	Program to run and its first arguments, without a shell; the image entrypoint if unset
        F env list=EnvVar proto=7 listType=map keys=name patch=merge mergeKey=name	Environment variables; a later entry and any entry here wins over envFrom
        F envFrom list=EnvFromSource proto=19 listType=atomic	Whole config maps or secrets whose keys become environment variables
        F image type=string proto=2	Reference of the image to run, such as registry.example/app:1.2
        F imagePullPolicy type=PullPolicy proto=14 unenforced	Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
        F lifecycle type=Lifecycle optional proto=12	Actions right after the start and before the stop of the container
        F livenessProbe type=Probe optional proto=10	Check whose failure gets the container restarted
        F name type=string proto=1 required format=dnsLabel	Tells the container from others in the pod; a DNS label; cannot change
        F ports list=ContainerPort proto=6 listType=map keys=containerPort,protocol patch=merge mergeKey=containerPort	Ports the program listens on; mostly informative, unlisted ports can be reached too
        F readinessProbe type=Probe optional proto=11	Check whose failure takes the pod out of its services
        F resizePolicy list=ContainerResizePolicy proto=23 listType=atomic unenforced	Per resource, whether a change to it needs a restart
        F resources type=ResourceRequirements proto=8	How much of each resource it asks for and may use at most
        F restartPolicy type=ContainerRestartPolicy optional proto=24	Overrides the policy of the pod; Always on an init container makes it a sidecar
        F restartPolicyRules list=ContainerRestartRule proto=25 listType=atomic unenforced	Exceptions to the restart policy by exit code; the first match decides
        F securityContext type=SecurityContext optional proto=15	Identity and privileges; goes before the settings of the pod
        F startupProbe type=Probe optional proto=22	Check that must succeed once before the other probes begin
        F stdin type=bool proto=16	Whether standard input is kept open for someone to attach; default false
        F stdinOnce type=bool proto=17 unenforced	Whether standard input closes for good after the first attached client leaves; default false
        F terminationMessagePath type=string proto=13 default=/dev/termination-log	File from which the last words are read; default /dev/termination-log
        F terminationMessagePolicy type=TerminationMessagePolicy proto=20 default=File	Source of last words, File (default) or FallbackToLogsOnError for the end of the log
        F tty type=bool proto=18	Whether the program gets a terminal; needs stdin; default false
        F volumeDevices list=VolumeDevice proto=21 listType=map keys=devicePath patch=merge mergeKey=devicePath unenforced	Volumes given to the program as raw block devices
        F volumeMounts list=VolumeMount proto=9 listType=map keys=mountPath patch=merge mergeKey=mountPath	Volumes shown to the program as directories or files
        F workingDir type=string proto=5	Directory the program starts in; that of the image if unset
        T EphemeralContainer package=io.k8s.api.core.v1	Container added to a running pod for debugging; never restarted, nothing set aside
        F args list=string within=1 proto=4 listType=atomic	Arguments to the command; those of the image if unset
        F command list=string within=1 proto=3 listType=atomic	Program to run and its first arguments, without a shell; the image entrypoint if unset
        F env list=EnvVar within=1 proto=7 listType=map keys=name patch=merge mergeKey=name	Environment variables of the debugging container
        F envFrom list=EnvFromSource within=1 proto=19 listType=atomic	Whole config maps or secrets whose keys become environment variables
        F image type=string within=1 proto=2	Reference of the image with the debugging tools
        F imagePullPolicy type=PullPolicy within=1 proto=14	Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
        F lifecycle type=Lifecycle optional within=1 proto=12	Not allowed for debugging containers
        F livenessProbe type=Probe optional within=1 proto=10	Not allowed for debugging containers
        F name type=string within=1 proto=1 required	Tells it from all other containers of the pod; a DNS label
        F ports list=ContainerPort within=1 proto=6 listType=map keys=containerPort,protocol patch=merge mergeKey=containerPort	Not allowed for debugging containers
        F readinessProbe type=Probe optional within=1 proto=11	Not allowed for debugging containers
        F resizePolicy list=ContainerResizePolicy within=1 proto=23 listType=atomic	Not allowed for debugging containers
        F resources type=ResourceRequirements within=1 proto=8	Not allowed; it uses what the pod has to spare
        F restartPolicy type=ContainerRestartPolicy optional within=1 proto=24	Not allowed, since it runs once only
        F restartPolicyRules list=ContainerRestartRule within=1 proto=25 listType=atomic	Not allowed, since it runs once only
        F securityContext type=SecurityContext optional within=1 proto=15	Identity and privileges of the debugging container
        F startupProbe type=Probe optional within=1 proto=22	Not allowed for debugging containers
        F stdin type=bool within=1 proto=16	Whether standard input is kept open for someone to attach; default false
        F stdinOnce type=bool within=1 proto=17	Whether standard input closes for good after the first attached client leaves; default false
        F targetContainerName type=string proto=2	Container whose processes it shares; only those of its own or the pod if unset
        F terminationMessagePath type=string within=1 proto=13 default=/dev/termination-log	File from which the last words are read; default /dev/termination-log
        F terminationMessagePolicy type=TerminationMessagePolicy within=1 proto=20 default=File	Source of last words, File (default) or FallbackToLogsOnError for the end of the log
        F tty type=bool within=1 proto=18	Whether the program gets a terminal; needs stdin; default false
        F volumeDevices list=VolumeDevice within=1 proto=21 listType=map keys=devicePath patch=merge mergeKey=devicePath	Volumes given to the program as raw block devices
        F volumeMounts list=VolumeMount within=1 proto=9 listType=map keys=mountPath patch=merge mergeKey=mountPath	Volumes of the pod to mount; sub paths are not allowed
        F workingDir type=string within=1 proto=5	Directory the program starts in; that of the image if unset
        T ContainerPort package=io.k8s.api.core.v1	Port on which a container listens
        F containerPort type=int32 proto=3 required format=port	Port number inside the pod, 1 to 65535
        F hostIP type=string proto=5	Node address to which hostPort is bound; all if unset
        F hostPort type=int32 proto=2 minimum=0 maximum=65535	Port number opened on the node and led to the container; none if unset
        F name type=string proto=1 format=portName	Name by which services and probes can refer to the port; up to 15 characters
        F protocol type=TransportProtocol proto=4 default=TCP	TCP (default), UDP or SCTP
        T ContainerResizePolicy package=io.k8s.api.core.v1	What changing one resource means for a running container
        F resourceName type=string proto=1 required	Resource meant, cpu or memory
        F restartPolicy type=ResizeRestartPolicy proto=2 required	NotRequired (default) to change it live, RestartContainer to restart
        T ContainerRestartRule package=io.k8s.api.core.v1	Exception to the restart policy of a container
        F action type=string proto=1 required	What happens on a match, such as Restart
        F exitCodes type=ContainerRestartRuleOnExitCodes optional proto=2	Exit codes to which the rule applies
        T ContainerRestartRuleOnExitCodes package=io.k8s.api.core.v1	Test on the exit code of a container
        F operator type=string proto=1 required	In if the code must be listed in values, NotIn if it must not
        F values list=int32 proto=2 listType=set	Exit codes to compare with; up to 255 of them
        T VolumeDevice package=io.k8s.api.core.v1	Raw block device given to a container
        F devicePath type=string proto=2 required	Path in the container where the device appears
        F name type=string proto=1 required	Volume of the pod, backed by a claim in Block mode
        T VolumeMount package=io.k8s.api.core.v1	Place where a container sees a volume
        F mountPath type=string proto=3 required	Path in the container where the volume appears; no colon in it
        F mountPropagation type=MountPropagation optional proto=5 unenforced	Whether later mounts pass in or out, None (default), HostToContainer or Bidirectional
        F name type=string proto=1 required	Volume of the pod to mount
        F readOnly type=bool proto=2	Whether writing is refused; default false
        F recursiveReadOnly type=string optional proto=7 unenforced	Whether mounts below are read-only too, Disabled (default), IfPossible or Enabled
        F subPath type=string proto=4	Path inside the volume to mount instead of its root; default the root
        F subPathExpr type=string proto=6	Like subPath, with $(NAME) replaced from the environment; excludes subPath
        T Deployment package=io.k8s.api.apps.v1	Keeps a number of like pods running and rolls out changes to them step by step
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the deployment
        F spec type=DeploymentSpec proto=2	How many pods are wanted, of which kind, and how to replace them
        F status type=DeploymentStatus proto=3	How far the rollout is; written by the system
        T DeploymentSpec package=io.k8s.api.apps.v1	Wanted pods and the manner of their replacement
        F minReadySeconds type=int32 proto=5 minimum=0	Seconds a new pod must stay ready before it counts as available; default 0
        F paused type=bool proto=7	Whether changes to the template are held back for now; default false
        F progressDeadlineSeconds type=int32 optional proto=9 default=600 minimum=0	Seconds without progress after which a rollout is reported as failed; default 600
        F replicas type=int32 optional proto=1 default=1 minimum=0	Number of pods wanted; default 1
        F revisionHistoryLimit type=int32 optional proto=6 default=10 minimum=0	Number of old replica sets kept for rolling back; default 10
        F selector type=LabelSelector optional proto=2 required	Labels by which it finds its pods; must match the template; cannot change
        F strategy type=DeploymentStrategy proto=4 patch=retainKeys	How old pods give way to new ones
        F template type=PodTemplateSpec proto=3 required	Pattern for the pods; a change to it begins a rollout
        T DeploymentStrategy package=io.k8s.api.apps.v1	How a deployment replaces its pods
        F rollingUpdate type=RollingUpdateDeployment optional proto=2	Bounds for a rolling update; only with type RollingUpdate
        F type type=DeploymentStrategyType proto=1 default=RollingUpdate	RollingUpdate (default) to replace bit by bit, Recreate to stop all first
        T RollingUpdateDeployment package=io.k8s.api.apps.v1	Bounds on the number of pods during a rolling update
        F maxSurge type=IntOrString optional proto=2	Pods above the wanted number, as count or percentage rounded up; default 25%
        F maxUnavailable type=IntOrString optional proto=1	Pods that may be missing, as count or percentage rounded down; default 25%
        T DeploymentStatus package=io.k8s.api.apps.v1	What was last seen of a deployment
        F availableReplicas type=int32 proto=4	Pods that have been ready for at least minReadySeconds
        F collisionCount type=int32 optional proto=8	Number of clashes met when naming replica sets; goes into the next hash
        F conditions list=DeploymentCondition proto=6 listType=map keys=type patch=merge mergeKey=type	Whether the deployment is available and moving on, and why
        F observedGeneration type=int64 proto=1	Generation of the deployment that this status reflects
        F readyReplicas type=int32 proto=7	Pods that pass their readiness check
        F replicas type=int32 proto=2	Pods not being deleted, old and new together
        F terminatingReplicas type=int32 optional proto=9	Pods being deleted that have not gone yet
        F unavailableReplicas type=int32 proto=5	Pods still missing to reach the wanted number of available ones
        F updatedReplicas type=int32 proto=3	Pods made from the current template
        T DeploymentCondition package=io.k8s.api.apps.v1	One yes-or-no fact about a deployment
        F lastTransitionTime type=Time optional proto=7	When status last changed
        F lastUpdateTime type=Time optional proto=6	When the condition was last written
        F message type=string proto=5	Sentence for people with details on the last change
        F reason type=string proto=4	Short code for the last change
        F status type=ConditionStatus proto=2 required	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, Available, Progressing or ReplicaFailure
        T EndpointSlice package=io.k8s.api.discovery.v1	Part of the addresses that serve a service, at most 1000 of them
        F addressType type=AddressType proto=4 required	What addresses are, IPv4, IPv6 or FQDN; the same for all; cannot change
        F endpoints list=Endpoint proto=2 listType=atomic	Pods or other backends with their addresses
        F metadata type=ObjectMeta proto=1	Name, namespace and labels; label kubernetes.io/service-name tells the service
        F ports list=EndpointPort proto=3 listType=atomic	Ports that every endpoint in the slice offers
        T Endpoint package=io.k8s.api.discovery.v1	One backend of a service
        F addresses list=string proto=1 required listType=set	Addresses of the backend, all leading to the same place; use the first
        F conditions type=EndpointConditions proto=2	Whether traffic should go there
        F deprecatedTopology map=string proto=5	Former node labels of the place; only kept for older versions
        F hints type=EndpointHints optional proto=8	From where the backend should preferably be used
        F hostname type=string optional proto=3	Host part of the DNS name of the backend; none if unset
        F nodeName type=string optional proto=6	Node on which the backend runs
        F targetRef type=ObjectReference optional proto=4	Object behind the addresses, usually a pod
        F zone type=string optional proto=7	Zone in which the backend runs
        T EndpointConditions package=io.k8s.api.discovery.v1	Whether traffic should go to a backend
        F ready type=bool optional proto=1	Whether it takes new traffic, thus serving and not terminating; unset counts as true
        F serving type=bool optional proto=2	Whether it can answer, even while terminating; unset means as ready
        F terminating type=bool optional proto=3	Whether it is shutting down; unset counts as false
        T EndpointHints package=io.k8s.api.discovery.v1	From where a backend should preferably be used
        F forNodes list=ForNode proto=2 listType=atomic	Nodes whose traffic should go here; at most 8
        F forZones list=ForZone proto=1 listType=atomic	Zones whose traffic should go here; at most 8
        T ForNode package=io.k8s.api.discovery.v1	Node whose traffic a backend should take
        F name type=string proto=1 required	Node by name
        T ForZone package=io.k8s.api.discovery.v1	Zone whose traffic a backend should take
        F name type=string proto=1 required	Zone by name
        T EndpointPort package=io.k8s.api.core.v1 mapType=atomic	Port that backends offer
        F appProtocol type=string optional proto=4	Protocol spoken above the transport, such as kubernetes.io/h2c; a hint only
        F name type=string optional proto=1 default=	Port of the service that leads here; empty if it has just one
        F port type=int32 optional proto=2 required	Port number on the backend; unset leaves it to the consumer
        F protocol type=TransportProtocol optional proto=3 default=TCP	TCP (default), UDP or SCTP
        T EnvVar package=io.k8s.api.core.v1	One environment variable of a container
        F name type=string proto=1 required	Variable to set
        F value type=string proto=2	Text it gets; $(OTHER) is replaced by an earlier variable, $$ gives a dollar sign; default empty
        F valueFrom type=EnvVarSource optional proto=3	Place to take the text from; excludes value
        T EnvVarSource package=io.k8s.api.core.v1	Place from which a variable takes its text; exactly one
        F configMapKeyRef type=ConfigMapKeySelector optional proto=3	Entry of a config map
        F fieldRef type=ObjectFieldSelector optional proto=1	Field of the pod itself, such as its name or address
        F fileKeyRef type=FileKeySelector optional proto=5 unenforced	Entry of a file of variables in a volume
        F resourceFieldRef type=ResourceFieldSelector optional proto=2	Request or limit of a container
        F secretKeyRef type=SecretKeySelector optional proto=4	Entry of a secret
        T EnvFromSource package=io.k8s.api.core.v1	Config map or secret whose entries all become variables
        F configMapRef type=ConfigMapEnvSource optional proto=2	Config map to take in
        F prefix type=string proto=1	Text put before each key to make the variable name; default none
        F secretRef type=SecretEnvSource optional proto=3	Secret to take in
        T ConfigMapKeySelector package=io.k8s.api.core.v1 mapType=atomic	One entry of a config map
        F key type=string proto=2 required format=configKey	Entry to take
        F name type=string within=1 proto=1	Config map in the same namespace
        F optional type=bool optional proto=3	Whether the config map or entry may be missing; default false
        T ObjectFieldSelector package=io.k8s.api.core.v1 mapType=atomic	One field of a pod
        F apiVersion type=string proto=1 default=v1	Schema version in which fieldPath is written; default v1
        F fieldPath type=string proto=2 required	Path to the field, such as metadata.name or status.podIP
        T FileKeySelector package=io.k8s.api.core.v1 mapType=atomic	One variable from a file in a volume
        F key type=string proto=3 required	Variable to take from the file
        F optional type=bool optional proto=4	Whether the file or variable may be missing; default false
        F path type=string proto=2 required	File of NAME=value lines, relative to the volume
        F volumeName type=string proto=1 required	Volume of the pod that holds the file; an emptyDir
        T ResourceFieldSelector package=io.k8s.api.core.v1 mapType=atomic	One request or limit of a container
        F containerName type=string proto=1	Container meant; defaults to the one itself in variables, needed in volumes
        F divisor type=Quantity proto=3	Unit in which the number is given, rounded up; default 1
        F resource type=string proto=2 required	Figure to take, such as limits.cpu or requests.memory
        T SecretKeySelector package=io.k8s.api.core.v1 mapType=atomic	One entry of a secret
        F key type=string proto=2 required format=configKey	Entry to take
        F name type=string within=1 proto=1	Secret in the same namespace
        F optional type=bool optional proto=3	Whether the secret or entry may be missing; default false
        T ConfigMapEnvSource package=io.k8s.api.core.v1	Config map taken in as environment variables
        F name type=string within=1 proto=1	Config map in the same namespace
        F optional type=bool optional proto=2	Whether the config map may be missing; default false
        T SecretEnvSource package=io.k8s.api.core.v1	Secret taken in as environment variables
        F name type=string within=1 proto=1	Secret in the same namespace
        F optional type=bool optional proto=2	Whether the secret may be missing; default false
        T Event package=io.k8s.api.core.v1	Note that something happened to an object; kept for a limited time
        F action type=string proto=12	What was done or failed, in CamelCase
        F count type=int32 proto=8	How often it happened
        F eventTime type=MicroTime optional proto=10	When it first happened, to the microsecond
        F firstTimestamp type=Time optional proto=6	When it first happened, to the second
        F involvedObject type=ObjectReference proto=2 required	Object it happened to
        F lastTimestamp type=Time optional proto=7	When it last happened, to the second
        F message type=string proto=4	Sentence for people on what happened
        F metadata type=ObjectMeta proto=1	Name, namespace and other bookkeeping of the event
        F reason type=string proto=3	Short code for why it happened, in CamelCase
        F related type=ObjectReference optional proto=13	Second object that played a part; often unset
        F reportingComponent type=string proto=14	Controller that reports it, such as example.com/scheduler
        F reportingInstance type=string proto=15	Which instance of the controller reports it
        F series type=EventSeries optional proto=11	Count and last time if it keeps happening; unset for a single event
        F source type=EventSource proto=5	Component and node that report it; older form of reportingComponent
        F type type=string proto=9	Normal or Warning
        T EventSeries package=io.k8s.api.core.v1	Repetition of an event
        F count type=int32 proto=1	How often it happened up to lastObservedTime
        F lastObservedTime type=MicroTime optional proto=2	When it last happened, to the microsecond
        T EventSource package=io.k8s.api.core.v1	Reporter of an event
        F component type=string proto=1	Program that reports it
        F host type=string proto=2	Node on which the program runs
        T AWSElasticBlockStoreVolumeSource package=io.k8s.api.core.v1	EBS disk, in the same zone as the node
        F fsType type=string proto=2	File system on the disk; default ext4
        F partition type=int32 proto=3	Partition number to mount; default 0 for the whole disk
        F readOnly type=bool proto=4	Whether writing is refused; default false
        F volumeID type=string proto=1 required	Disk by its id in AWS
        T AzureDiskVolumeSource package=io.k8s.api.core.v1	Disk of Azure attached to the node
        F cachingMode type=string optional proto=3 default=ReadWrite	Caching on the host, None, ReadOnly or ReadWrite (default)
        F diskName type=string proto=1 required	Disk by its name in the storage account
        F diskURI type=string proto=2 required	Full address of the disk
        F fsType type=string optional proto=4 default=ext4	File system on the disk; default ext4
        F kind type=string optional proto=6 default=Shared	Shared (default) or Dedicated for blobs in a storage account, Managed for a managed disk
        F readOnly type=bool optional proto=5 default=false	Whether writing is refused; default false
        T AzureFileVolumeSource package=io.k8s.api.core.v1	File share of Azure
        F readOnly type=bool proto=3	Whether writing is refused; default false
        F secretName type=string proto=1 required	Secret with account name and key of the storage account
        F shareName type=string proto=2 required	Share to mount
        T CephFSVolumeSource package=io.k8s.api.core.v1	Directory of a CephFS file system
        F monitors list=string proto=1 required listType=atomic	Addresses of the Ceph monitors
        F path type=string proto=2	Directory to mount as root; default /
        F readOnly type=bool proto=6	Whether writing is refused; default false
        F secretFile type=string proto=4	File on the node with the key of the user; default /etc/ceph/user.secret
        F secretRef type=LocalObjectReference optional proto=5	Secret with the key of the user; goes before secretFile
        F user type=string proto=3	Ceph user to log in as; default admin
        T CinderVolumeSource package=io.k8s.api.core.v1	Block volume of OpenStack
        F fsType type=string proto=2	File system on the volume; default ext4
        F readOnly type=bool proto=3	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=4	Secret with parameters for reaching OpenStack
        F volumeID type=string proto=1 required	Volume by its id in Cinder
        T FCVolumeSource package=io.k8s.api.core.v1	Disk over Fibre Channel, found by targetWWNs and lun or by wwids
        F fsType type=string proto=3	File system on the disk; default ext4
        F lun type=int32 optional proto=2	Number of the logical unit on the target
        F readOnly type=bool proto=4	Whether writing is refused; default false
        F targetWWNs list=string proto=1 listType=atomic	World wide names of the targets
        F wwids list=string proto=5 listType=atomic	World wide ids of the disk; exclude targetWWNs and lun
        T FlexVolumeSource package=io.k8s.api.core.v1	Storage from an exec plugin on the node
        F driver type=string proto=1 required	Plugin to call
        F fsType type=string proto=2	File system to mount; chosen by the plugin if unset
        F options map=string proto=5	Settings for the plugin, as it defines them
        F readOnly type=bool proto=4	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=3	Secret whose entries are handed to the plugin
        T FlockerVolumeSource package=io.k8s.api.core.v1	Dataset of Flocker, by name or by id
        F datasetName type=string proto=1	Dataset by name; obsolete in favour of datasetUUID
        F datasetUUID type=string proto=2	Dataset by id
        T GCEPersistentDiskVolumeSource package=io.k8s.api.core.v1	Persistent disk, in the same zone as the node
        F fsType type=string proto=2	File system on the disk; default ext4
        F partition type=int32 proto=3	Partition number to mount; default 0 for the whole disk
        F pdName type=string proto=1 required	Disk by its name in Google Cloud
        F readOnly type=bool proto=4	Whether writing is refused; default false
        T GitRepoVolumeSource package=io.k8s.api.core.v1	Git repository to clone into an empty directory
        F directory type=string proto=3	Directory for the clone, relative to the volume; . for the volume itself, no .. in it
        F repository type=string proto=1 required	URL to clone from
        F revision type=string proto=2	Commit to check out; the default branch if unset
        T GlusterfsVolumeSource package=io.k8s.api.core.v1	Volume of a Gluster cluster
        F endpoints type=string proto=1 required	Endpoints object that lists the Gluster servers
        F path type=string proto=2 required	Gluster volume to mount
        F readOnly type=bool proto=3	Whether writing is refused; default false
        T ISCSIVolumeSource package=io.k8s.api.core.v1	Disk over iSCSI
        F chapAuthDiscovery type=bool proto=8	Whether discovery logs in with CHAP; default false
        F chapAuthSession type=bool proto=11	Whether the session logs in with CHAP; default false
        F fsType type=string proto=5	File system on the disk; default ext4
        F initiatorName type=string optional proto=12	Name the node gives itself as initiator; that of the node if unset
        F iqn type=string proto=2 required	Qualified name of the target
        F iscsiInterface type=string proto=4 default=default	Initiator interface to use; the one called default, over TCP, if unset
        F lun type=int32 proto=3 required	Number of the logical unit on the target
        F portals list=string proto=7 listType=atomic	Further portals for multipath, as address or address:port; port 3260 if left out
        F readOnly type=bool proto=6	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=10	Secret with the CHAP credentials
        F targetPortal type=string proto=1 required	First portal, as address or address:port; port 3260 if left out
        T PhotonPersistentDiskVolumeSource package=io.k8s.api.core.v1	Disk of Photon Controller
        F fsType type=string proto=2	File system on the disk; default ext4
        F pdID type=string proto=1 required	Disk by its id in Photon Controller
        T PortworxVolumeSource package=io.k8s.api.core.v1	Volume of Portworx
        F fsType type=string proto=2	File system on the volume; default ext4
        F readOnly type=bool proto=3	Whether writing is refused; default false
        F volumeID type=string proto=1 required	Volume by its id in Portworx
        T QuobyteVolumeSource package=io.k8s.api.core.v1	Volume of Quobyte
        F group type=string proto=5	Group to mount as; default none
        F readOnly type=bool proto=3	Whether writing is refused; default false
        F registry type=string proto=1 required	Quobyte registries as host:port, separated by commas
        F tenant type=string proto=6	Tenant that owns the volume in Quobyte
        F user type=string proto=4	User to mount as; default the service account user
        F volume type=string proto=2 required	Existing Quobyte volume by name
        T RBDVolumeSource package=io.k8s.api.core.v1	Ceph block device
        F fsType type=string proto=3	File system on the device; default ext4
        F image type=string proto=2 required	RADOS image to mount
        F keyring type=string proto=6 default=/etc/ceph/keyring	Key file on the node; default /etc/ceph/keyring
        F monitors list=string proto=1 required listType=atomic	Addresses of the Ceph monitors
        F pool type=string proto=4 default=rbd	RADOS pool that holds the image; default rbd
        F readOnly type=bool proto=8	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=7	Secret with the key of the user; goes before keyring
        F user type=string proto=5 default=admin	RADOS user to log in as; default admin
        T ScaleIOVolumeSource package=io.k8s.api.core.v1	Volume of ScaleIO
        F fsType type=string proto=9 default=xfs	File system on the volume; default xfs
        F gateway type=string proto=1 required	Address of the ScaleIO API gateway
        F protectionDomain type=string proto=5	Protection domain that holds the storage
        F readOnly type=bool proto=10	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=3 required	Secret with the login for the gateway
        F sslEnabled type=bool proto=4	Whether the gateway is spoken to over TLS; default false
        F storageMode type=string proto=7 default=ThinProvisioned	ThinProvisioned (default) or ThickProvisioned
        F storagePool type=string proto=6	Pool in the protection domain
        F system type=string proto=2 required	Storage system as set up in ScaleIO
        F volumeName type=string proto=8	Existing ScaleIO volume by name
        T StorageOSVolumeSource package=io.k8s.api.core.v1	Volume of StorageOS
        F fsType type=string proto=3	File system on the volume; default ext4
        F readOnly type=bool proto=4	Whether writing is refused; default false
        F secretRef type=LocalObjectReference optional proto=5	Secret with the login for the StorageOS API; its own defaults if unset
        F volumeName type=string proto=1	StorageOS volume by name, unique in its namespace there
        F volumeNamespace type=string proto=2	Namespace inside StorageOS; that of the pod if unset
        T VsphereVirtualDiskVolumeSource package=io.k8s.api.core.v1	Virtual disk of vSphere
        F fsType type=string proto=2	File system on the disk; default ext4
        F storagePolicyID type=string proto=4	Storage policy by id, belonging to storagePolicyName
        F storagePolicyName type=string proto=3	Storage policy by name
        F volumePath type=string proto=1 required	Path of the disk file in the datastore
        T ObjectMeta package=io.k8s.apimachinery.pkg.apis.meta.v1	Identity and bookkeeping every stored object carries
        F annotations map=string proto=12	Free-form notes as string pairs, for tools and people; selectors cannot match on them
        F creationTimestamp type=Time optional proto=8	When the server first stored the object; set by the server
        F deletionGracePeriodSeconds type=int64 optional proto=10	Seconds granted to shut down before removal; set by the server once deletion begins
        F deletionTimestamp type=Time optional proto=9	When deletion was asked for plus the grace period; set by the server, absent while live
        F finalizers list=string proto=14 listType=set patch=merge	Keys that must all be removed before a deleted object really disappears
        F generateName type=string proto=2	Prefix from which the server makes a unique name when name is left empty
        F generation type=int64 proto=7	Counts changes to the desired state; set by the server, begins at 1
        F labels map=string proto=11	Short string pairs by which selectors find and group objects
        F managedFields list=ManagedFieldsEntry proto=17 listType=atomic	Record of which client last set which fields; kept by the server
        F name type=string proto=1	Identifies the object among its kind within its namespace; cannot change after creation
        F namespace type=string proto=3	Namespace the object lives in, called default if unset; empty for kinds without; cannot change
        F ownerReferences list=OwnerReference proto=13 listType=map keys=uid patch=merge mergeKey=uid	Objects this one belongs to; it is collected as garbage once none of them is left
        F resourceVersion type=string proto=6	Opaque stamp of the stored state, for detecting conflicting writes and resuming watches
        F selfLink type=string proto=4	Former URL of the object; no longer filled in
        F uid type=string proto=5	Unique for all time, so a recreated object with the same name differs; set by the server
        T OwnerReference package=io.k8s.apimachinery.pkg.apis.meta.v1 mapType=atomic	Link from an object to one it belongs to
        F apiVersion type=string proto=5 required	Group and version of the owner
        F blockOwnerDeletion type=bool optional proto=7	Whether foreground deletion of the owner waits for this object to go; default false
        F controller type=bool optional proto=6	Whether the owner is the one controller in charge; at most one owner is; default false
        F kind type=string proto=1 required	Kind of the owner
        F name type=string proto=3 required	Owner by name, in the same namespace or in none
        F uid type=string proto=4 required	Owner by unique id, so that a namesake does not count
        T ManagedFieldsEntry package=io.k8s.apimachinery.pkg.apis.meta.v1	Fields that one client set through one way of writing
        F apiVersion type=string proto=3	Schema version in which the fields are written down
        F fieldsType type=string proto=6	Format of the record of fields; always FieldsV1
        F fieldsV1 type=RawJSON optional proto=7	The fields themselves, as a tree
        F manager type=string proto=1	Client or controller that set the fields
        F operation type=ManagedFieldsOperation proto=2	Apply for a server-side apply, Update for any other write
        F subresource type=string proto=8	Part of the object written through, such as status; empty for the main part
        F time type=Time optional proto=4	When the set of fields in this entry last changed
        T LabelSelector package=io.k8s.apimachinery.pkg.apis.meta.v1 mapType=atomic	Test on labels; all parts must hold, and an empty selector matches everything
        F matchExpressions list=LabelSelectorRequirement proto=2 listType=atomic	Tests on single labels
        F matchLabels map=string proto=1	Labels that must be there with exactly these values
        T LabelSelectorRequirement package=io.k8s.apimachinery.pkg.apis.meta.v1	Test on one label
        F key type=string proto=1 required	Label key to test
        F operator type=LabelSelectorOperator proto=2 required	In, NotIn, Exists or DoesNotExist
        F values list=string proto=3 listType=atomic	Texts to compare with; needed for In and NotIn, none for the others
        T Condition package=io.k8s.apimachinery.pkg.apis.meta.v1	One fact about an object as true, false or unknown
        F lastTransitionTime type=Time optional proto=4 required	When status last changed
        F message type=string proto=6 required	Sentence for people with details; may be empty
        F observedGeneration type=int64 proto=3	Generation of the object that the condition was judged by
        F reason type=string proto=5 required	Short code in CamelCase for the last change; never empty
        F status type=ConditionStatus proto=2 required	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, in CamelCase, optionally with a domain before it
        T ObjectReference package=io.k8s.api.core.v1 mapType=atomic	Pointer to any object, or to a part of it
        F apiVersion type=string proto=5	Group and version of the object
        F fieldPath type=string proto=7	Part of the object meant, such as spec.containers{web}; all of it if empty
        F kind type=string proto=1	Kind of the object
        F name type=string proto=3	Object pointed to
        F namespace type=string proto=2	Namespace of the object; empty for kinds without
        F resourceVersion type=string proto=6	Stored state of the object that is meant; any if empty
        F uid type=string proto=4	Unique id of the object
        T LocalObjectReference package=io.k8s.api.core.v1 mapType=atomic	Pointer to an object of a known kind in the same namespace
        F name type=string proto=1	Object pointed to
        T TypedLocalObjectReference package=io.k8s.api.core.v1 mapType=atomic	Pointer to an object of any kind in the same namespace
        F apiGroup type=string optional proto=1	API group of the object; empty for the core group
        F kind type=string proto=2 required	Kind of the object
        F name type=string proto=3 required	Object pointed to
        T TypedObjectReference package=io.k8s.api.core.v1	Pointer to an object of any kind in any namespace
        F apiGroup type=string optional proto=1	API group of the object; empty for the core group
        F kind type=string proto=2 required	Kind of the object
        F name type=string proto=3 required	Object pointed to
        F namespace type=string optional proto=4	Namespace of the object; its own if unset; another one must grant the reference
        T Namespace package=io.k8s.api.core.v1	Separate room for names, in which objects of different teams or uses do not clash
        F metadata type=ObjectMeta proto=1	Name, labels and other bookkeeping; a namespace is itself in no namespace
        F spec type=NamespaceSpec proto=2	What must happen before the namespace goes
        F status type=NamespaceStatus proto=3	Whether the namespace is in use or going; written by the system
        T NamespaceSpec package=io.k8s.api.core.v1	Wanted behaviour of a namespace
        F finalizers list=string proto=1 listType=atomic	Keys that hold the namespace until its contents are gone
        T NamespaceStatus package=io.k8s.api.core.v1	What was last seen of a namespace
        F conditions list=NamespaceCondition proto=2 listType=map keys=type patch=merge mergeKey=type	Facts on how its deletion fares
        F phase type=NamespacePhase proto=1 default=Active	Active, or Terminating while it is being deleted
        T NamespaceCondition package=io.k8s.api.core.v1	One yes-or-no fact about the deletion of a namespace
        F lastTransitionTime type=Time optional proto=4	When status last changed
        F message type=string proto=6	Sentence for people with details on the last change
        F reason type=string proto=5	Short code for the last change
        F status type=ConditionStatus proto=2 required	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, such as NamespaceContentRemaining
        T Node package=io.k8s.api.core.v1	Machine on which pods run
        F metadata type=ObjectMeta proto=1	Name, labels and other bookkeeping; a node is in no namespace
        F spec type=NodeSpec proto=2	How the node may be used
        F status type=NodeStatus proto=3	What the node has and how it is; written by the system
        T NodeSpec package=io.k8s.api.core.v1	How a node may be used
        F configSource type=NodeConfigSource optional proto=6 unenforced	Former source of agent settings; no longer used
        F externalID type=string proto=2	Former outside id of the node; no longer used
        F podCIDR type=string proto=1	Address range from which pods on the node get theirs
        F podCIDRs list=string proto=7 listType=set patch=merge	Address ranges for pods, at most one per address family; the first equals podCIDR
        F providerID type=string proto=3	Id of the machine at its cloud provider, as in provider://id
        F taints list=Taint proto=5 listType=atomic	Marks that keep away pods which do not tolerate them
        F unschedulable type=bool proto=4	Whether new pods are kept off the node, as when it is cordoned; default false
        T NodeConfigSource package=io.k8s.api.core.v1	Former source of agent settings
        F configMap type=ConfigMapNodeConfigSource optional proto=2	Config map that holds the settings
        T ConfigMapNodeConfigSource package=io.k8s.api.core.v1	Config map with agent settings; no longer used
        F kubeletConfigKey type=string proto=5 required	Entry of the config map that holds the settings
        F name type=string proto=2 required	Config map by name
        F namespace type=string proto=1 required	Namespace of the config map
        F resourceVersion type=string proto=4	Stored state of the config map that was used; only in status
        F uid type=string proto=3	Unique id of the config map; only in status
        T Taint package=io.k8s.api.core.v1	Mark on a node that keeps pods away or drives them off
        F effect type=TaintEffect proto=3 required	NoSchedule bars new pods, PreferNoSchedule avoids them, NoExecute also evicts running ones
        F key type=string proto=1 required format=labelKey	Tells what the mark is about; a label key
        F timeAdded type=Time optional proto=4	When the taint was put on
        F value type=string proto=2	Text that tolerations compare with; may be empty
        T NodeStatus package=io.k8s.api.core.v1	What was last seen of a node
        F addresses list=NodeAddress proto=5 listType=map keys=type patch=merge mergeKey=type	Host names and addresses at which the node is reached
        F allocatable map=Quantity proto=2	What is left for pods, by resource name, after reserves for the system
        F capacity map=Quantity proto=1	All the node has, by resource name
        F conditions list=NodeCondition proto=4 listType=map keys=type patch=merge mergeKey=type	Facts on its health, such as Ready and MemoryPressure
        F config type=NodeConfigStatus optional proto=11	Former state of agent settings; no longer used
        F daemonEndpoints type=NodeDaemonEndpoints proto=6	Ports of the agents on the node
        F declaredFeatures list=string proto=14 listType=atomic	Features the node says it supports, sorted by name
        F features type=NodeFeatures optional proto=13	Features of the container runtime as a whole
        F images list=ContainerImage proto=8 listType=atomic	Images stored on the node, perhaps not all
        F nodeInfo type=NodeSystemInfo proto=7	Versions and ids of the machine and its software
        F phase type=string proto=3	Former summary of the life of the node; no longer filled in
        F runtimeHandlers list=NodeRuntimeHandler proto=12 listType=atomic	Container runtimes on offer and what each can do
        F volumesAttached list=AttachedVolume proto=10 listType=atomic	Volumes attached to the node from outside
        F volumesInUse list=string proto=9 listType=atomic	Attached volumes that are mounted and must not be detached
        T NodeAddress package=io.k8s.api.core.v1	One address of a node
        F address type=string proto=2 required	Host name or IP address
        F type type=string proto=1 required	Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS
        T NodeCondition package=io.k8s.api.core.v1	One yes-or-no fact about a node
        F lastHeartbeatTime type=Time optional proto=3	When the node last reported it
        F lastTransitionTime type=Time optional proto=4	When status last changed
        F message type=string proto=6	Sentence for people with details on the last change
        F reason type=string proto=5	Short code for the last change
        F status type=ConditionStatus proto=2 required	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, Ready, MemoryPressure, DiskPressure, PIDPressure or NetworkUnavailable
        T NodeConfigStatus package=io.k8s.api.core.v1	Former state of agent settings
        F active type=NodeConfigSource optional proto=2	Settings the agent runs with
        F assigned type=NodeConfigSource optional proto=1	Settings the agent will try next
        F error type=string proto=4	What was wrong with the assigned settings; empty if nothing
        F lastKnownGood type=NodeConfigSource optional proto=3	Settings to fall back on when the assigned ones fail
        T NodeDaemonEndpoints package=io.k8s.api.core.v1	Ports of the agents on a node
        F kubeletEndpoint type=DaemonEndpoint proto=1	Port of the node agent
        T DaemonEndpoint package=io.k8s.api.core.v1	Where an agent listens
        F Port type=int32 proto=1 required	Port number; spelled with a capital letter
        T NodeFeatures package=io.k8s.api.core.v1	Features of the container runtime of a node
        F supplementalGroupsPolicy type=bool optional proto=1	Whether supplementalGroupsPolicy of pods is honoured
        T ContainerImage package=io.k8s.api.core.v1	Image stored on a node
        F names list=string proto=1 listType=atomic	References by which the image is known there, with tag or digest
        F sizeBytes type=int64 proto=2	Size of the image in bytes
        T NodeSystemInfo package=io.k8s.api.core.v1	Versions and ids of a node
        F architecture type=string proto=10 required	Processor architecture, such as amd64 or arm64
        F bootID type=string proto=3 required	Differs from boot to boot
        F containerRuntimeVersion type=string proto=6 required	Container runtime and its version, as in containerd://2.0.0
        F kernelVersion type=string proto=4 required	Release of the kernel, as given by uname -r
        F kubeProxyVersion type=string proto=8 required	Former version of the service proxy; no longer reliable
        F kubeletVersion type=string proto=7 required	Version of the node agent
        F machineID type=string proto=1 required	Id of the installed system, as in /etc/machine-id
        F operatingSystem type=string proto=9 required	Either linux or windows
        F osImage type=string proto=5 required	Distribution and release for people, as in /etc/os-release
        F swap type=NodeSwapStatus optional proto=11	Swap space of the node
        F systemUUID type=string proto=2 required	Id of the machine as given by its firmware
        T NodeSwapStatus package=io.k8s.api.core.v1	Swap space of a node
        F capacity type=int64 optional proto=1	Size of all swap in bytes
        T NodeRuntimeHandler package=io.k8s.api.core.v1	One way of running containers on a node
        F features type=NodeRuntimeHandlerFeatures optional proto=2	What this handler can do
        F name type=string proto=1	Handler as runtime classes refer to it; empty for the default one
        T NodeRuntimeHandlerFeatures package=io.k8s.api.core.v1	What a runtime handler can do
        F recursiveReadOnlyMounts type=bool optional proto=1	Whether mounts can be made read-only with all below them
        F userNamespaces type=bool optional proto=2	Whether pods can have user ids of their own
        T AttachedVolume package=io.k8s.api.core.v1	Volume attached to a node
        F devicePath type=string proto=2 required	Path of the device on the node
        F name type=string proto=1 required	Volume by its unique name
        T PersistentVolumeClaimTemplate package=io.k8s.api.core.v1	Pattern for a storage claim
        F metadata type=ObjectMeta proto=1	Labels and annotations the claim gets
        F spec type=PersistentVolumeClaimSpec proto=2 required	What storage to claim
        T PersistentVolumeClaimSpec package=io.k8s.api.core.v1	What storage is wanted
        F accessModes list=string proto=1 listType=atomic	Ways of mounting wanted, such as ReadWriteOnce, ReadOnlyMany or ReadWriteMany
        F dataSource type=TypedLocalObjectReference optional proto=7	Snapshot or claim in the same namespace whose contents it starts with
        F dataSourceRef type=TypedObjectReference optional proto=8	Like dataSource, but open to other kinds and, where allowed, other namespaces
        F resources type=VolumeResourceRequirements proto=2	Size wanted, and at most, in bytes
        F selector type=LabelSelector optional proto=4	Labels of the volumes that may be bound; any if unset
        F storageClassName type=string optional proto=5	StorageClass to take from; the default class if unset, none at all if empty
        F volumeAttributesClassName type=string optional proto=9	Class of tunable properties such as throughput; may be changed later
        F volumeMode type=string optional proto=6 default=Filesystem	Filesystem (default) or Block for a raw device
        F volumeName type=string proto=3	Volume bound to the claim; may be set beforehand to pick a certain one
        T VolumeResourceRequirements package=io.k8s.api.core.v1	Size bounds of a storage claim
        F limits map=Quantity proto=1	Most wanted, by resource name; storage in bytes; no bound if unset
        F requests map=Quantity proto=2	Least wanted, by resource name; storage in bytes
        T Affinity package=io.k8s.api.core.v1	Rules on which nodes and which company a pod wants
        F nodeAffinity type=NodeAffinity optional proto=1	Rules on labels and fields of nodes
        F podAffinity type=PodAffinity optional proto=2	Rules on pods it wants to be near
        F podAntiAffinity type=PodAntiAffinity optional proto=3	Rules on pods it wants to be apart from
        T NodeAffinity package=io.k8s.api.core.v1	Which nodes a pod must or would like to run on
        F preferredDuringSchedulingIgnoredDuringExecution list=PreferredSchedulingTerm proto=2 listType=atomic	Wishes that add their weight to the score of nodes that meet them
        F requiredDuringSchedulingIgnoredDuringExecution type=NodeSelector optional proto=1	Test a node must pass when the pod is placed; not checked afterwards
        T PreferredSchedulingTerm package=io.k8s.api.core.v1	Wish about nodes with its weight
        F preference type=NodeSelectorTerm proto=2 required	Test on the node; an empty one matches none
        F weight type=int32 proto=1 required minimum=1 maximum=100	Points a matching node gains, 1 to 100
        T NodeSelectorTerm package=io.k8s.api.core.v1 mapType=atomic	Test on one node; all parts must hold, and an empty term matches none
        F matchExpressions list=NodeSelectorRequirement proto=1 listType=atomic	Tests on the labels of the node
        F matchFields list=NodeSelectorRequirement proto=2 listType=atomic	Tests on fields of the node; only metadata.name
        T NodeSelectorRequirement package=io.k8s.api.core.v1	Test on one label or field of a node
        F key type=string proto=1 required	Label key or field path to test
        F operator type=NodeSelectorOperator proto=2 required	In, NotIn, Exists, DoesNotExist, Gt or Lt
        F values list=string proto=3 listType=atomic	Texts to compare with; none for Exists and DoesNotExist, one whole number for Gt and Lt
        T NodeSelector package=io.k8s.api.core.v1 mapType=atomic	Alternatives on nodes, of which one must hold
        F nodeSelectorTerms list=NodeSelectorTerm proto=1 required listType=atomic	The alternatives; at least one
        T PodAffinity package=io.k8s.api.core.v1	Draws a pod to places where certain other pods run
        F preferredDuringSchedulingIgnoredDuringExecution list=WeightedPodAffinityTerm proto=2 listType=atomic	Wishes that add to the score of a node if met
        F requiredDuringSchedulingIgnoredDuringExecution list=PodAffinityTerm proto=1 listType=atomic	Terms that must all hold when the pod is placed; not checked afterwards
        T WeightedPodAffinityTerm package=io.k8s.api.core.v1	Wish about nearby pods with its weight
        F podAffinityTerm type=PodAffinityTerm proto=2 required	The pods and the kind of place meant
        F weight type=int32 proto=1 required minimum=1 maximum=100	Points a node gains, or loses for anti-affinity, 1 to 100
        T PodAffinityTerm package=io.k8s.api.core.v1	Set of pods and the kind of place in which being near them counts
        F labelSelector type=LabelSelector optional proto=1	Picks the other pods by label; unset picks none
        F matchLabelKeys list=string proto=5 listType=atomic	Label keys for which the other pods must have the same value as this pod
        F mismatchLabelKeys list=string proto=6 listType=atomic	Label keys for which the other pods must have another value than this pod
        F namespaceSelector type=LabelSelector optional proto=4	Picks namespaces by label, in addition to namespaces; an empty selector means all
        F namespaces list=string proto=2 listType=atomic	Namespaces in which to look for pods; if neither this nor namespaceSelector is set, its own
        F topologyKey type=string proto=3 required	Node label whose equal values make one place, such as kubernetes.io/hostname
        T PodAntiAffinity package=io.k8s.api.core.v1	Keeps a pod away from places where certain other pods run
        F preferredDuringSchedulingIgnoredDuringExecution list=WeightedPodAffinityTerm proto=2 listType=atomic	Wishes to stay apart; a node that breaks one scores lower
        F requiredDuringSchedulingIgnoredDuringExecution list=PodAffinityTerm proto=1 listType=atomic	Pods never to be placed beside; not checked after placing
        T Toleration package=io.k8s.api.core.v1	Permission for a pod to be on nodes with certain taints
        F effect type=TaintEffect proto=4	Effect it covers, NoSchedule, PreferNoSchedule or NoExecute; all if empty
        F key type=string proto=1 format=labelKey	Taint key it covers; empty with Exists covers every key
        F operator type=TolerationOperator proto=2	Equal (default) compares the value, Exists takes any; Lt and Gt compare numbers
        F tolerationSeconds type=int64 optional proto=5	Seconds it may stay after a NoExecute taint appears; forever if unset, 0 leaves at once
        F value type=string proto=3	Text the taint value is compared with; empty for Exists
        T TopologySpreadConstraint package=io.k8s.api.core.v1	Rule for spreading pods evenly over domains such as zones
        F labelSelector type=LabelSelector optional proto=4	Picks the pods to count, in the same namespace
        F matchLabelKeys list=string proto=8 listType=atomic	Label keys for which counted pods must have the same value as this pod
        F maxSkew type=int32 proto=1 required minimum=1	Largest allowed lead of a domain over the emptiest one, in pods; at least 1
        F minDomains type=int32 optional proto=5 minimum=1	Domains to expect, default 1; with fewer, the emptiest counts as 0; only with DoNotSchedule
        F nodeAffinityPolicy type=NodeInclusionPolicy optional proto=6	Whether only nodes the pod may choose count, Honor (default) or Ignore for all
        F nodeTaintsPolicy type=NodeInclusionPolicy optional proto=7	Whether nodes with untolerated taints are left out, Honor, or Ignore (default) to count all
        F topologyKey type=string proto=2 required format=labelKey	Node label whose equal values make one domain; nodes without it take no part
        F whenUnsatisfiable type=UnsatisfiableConstraintAction proto=3 required	DoNotSchedule leaves the pod waiting, ScheduleAnyway only prefers balance
        T Pod package=io.k8s.api.core.v1	Containers that run together on one node and share network and volumes
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the pod
        F spec type=PodSpec proto=2	What should run and how
        F status type=PodStatus proto=3	What was last seen of the pod; written by the system
        T PodSpec package=io.k8s.api.core.v1	What a pod runs, where it may run, and what it may use
        F activeDeadlineSeconds type=int64 optional proto=5	Seconds after its start at which the pod is stopped and marked failed; no limit if unset
        F affinity type=Affinity optional proto=18 unenforced	Rules that draw the pod to, or keep it from, certain nodes or other pods
        F automountServiceAccountToken type=bool optional proto=21 unenforced	Whether a service account token is mounted; if unset as the account says, else true
        F containers list=Container proto=2 required listType=map keys=name patch=merge mergeKey=name	Main containers, started together once the init containers are done; at least one
        F dnsConfig type=PodDNSConfig optional proto=26	Resolver settings added to those that dnsPolicy yields
        F dnsPolicy type=DNSPolicy proto=6 default=ClusterFirst	Source of DNS settings, one of ClusterFirst (default), ClusterFirstWithHostNet, Default or None
        F enableServiceLinks type=bool optional proto=30	Whether variables for each service of the namespace are put in the environment; default true
        F ephemeralContainers list=EphemeralContainer proto=34 listType=map keys=name patch=merge mergeKey=name unenforced	Debugging containers added to a running pod; cannot be given at creation
        F hostAliases list=HostAlias proto=23 listType=map keys=ip patch=merge mergeKey=ip	Extra lines for the hosts file of the containers
        F hostIPC type=bool proto=13	Whether the pod uses the IPC namespace of its node; default false
        F hostNetwork type=bool proto=11	Whether the pod uses the network of its node instead of its own; default false
        F hostPID type=bool proto=12	Whether the pod sees and shares the processes of its node; default false
        F hostUsers type=bool optional proto=37	Whether the pod uses the user ids of its node; false gives it a user namespace; default true
        F hostname type=string proto=16 format=dnsLabel	Hostname inside the pod; defaults to the pod name
        F hostnameOverride type=string optional proto=41 unenforced	Hostname inside the pod taken as it stands, apart from its DNS name; up to 64 characters
        F imagePullSecrets list=LocalObjectReference proto=15 listType=map keys=name patch=merge mergeKey=name unenforced	Secrets in the same namespace with credentials for pulling images
        F initContainers list=Container proto=20 listType=map keys=name patch=merge mergeKey=name	Containers run one after another before the main ones; each must succeed or be a sidecar
        F nodeName type=string proto=10 format=dnsSubdomain	Node the pod is bound to; normally filled in by the scheduler
        F nodeSelector map=string proto=7 mapType=atomic	Labels a node must have, all of them, for the pod to be placed there
        F os type=PodOS optional proto=36 unenforced	Operating system the containers are built for
        F overhead map=Quantity proto=32 unenforced	Resources the pod needs beyond its containers, by resource name; comes from the runtime class
        F preemptionPolicy type=PreemptionPolicy optional proto=31 unenforced	Whether it may displace less important pods, PreemptLowerPriority (default) or Never
        F priority type=int32 optional proto=25 unenforced	Importance as a number, higher goes first; filled in from priorityClassName
        F priorityClassName type=string proto=24 format=dnsSubdomain unenforced	PriorityClass from which the priority number is taken
        F readinessGates list=PodReadinessGate proto=28 listType=atomic unenforced	Further conditions that must be true before the pod counts as ready
        F resourceClaims list=PodResourceClaim proto=39 listType=map keys=name patch=merge,retainKeys mergeKey=name unenforced	Claims on devices that the containers may refer to by name
        F resources type=ResourceRequirements optional proto=40	Requests and limits for the pod as a whole, shared by its containers
        F restartPolicy type=RestartPolicy proto=3 default=Always	When ended containers are restarted, Always (default), OnFailure or Never
        F runtimeClassName type=string optional proto=29 format=dnsSubdomain unenforced	RuntimeClass that picks the container runtime; the default runtime if unset
        F schedulerName type=string proto=19 default=default-scheduler unenforced	Scheduler that places the pod; the one called default-scheduler if unset
        F schedulingGates list=PodSchedulingGate proto=38 listType=map keys=name patch=merge mergeKey=name unenforced	Marks that hold scheduling back until all are removed; can only be given at creation
        F schedulingGroup type=PodSchedulingGroup optional proto=43 unenforced	Group of pods this one is scheduled with
        F securityContext type=PodSecurityContext optional proto=14 default={}	Identity and privileges for the whole pod; containers can override many of them
        F serviceAccount type=string proto=9 unenforced	Older spelling of serviceAccountName
        F serviceAccountName type=string proto=8 format=dnsSubdomain unenforced	ServiceAccount the pod acts as; the one called default if unset
        F setHostnameAsFQDN type=bool optional proto=35	Whether the kernel hostname is the fully qualified name; default false
        F shareProcessNamespace type=bool optional proto=27 unenforced	Whether all containers see each other as processes; default false
        F subdomain type=string proto=17 format=dnsLabel	Middle part of the full DNS name, between hostname and namespace; usually a headless service
        F terminationGracePeriodSeconds type=int64 optional proto=4 default=30 minimum=0	Seconds between the request to stop and the forced kill; default 30
        F tolerations list=Toleration proto=22 listType=atomic	Node taints this pod puts up with
        F topologySpreadConstraints list=TopologySpreadConstraint proto=33 listType=map keys=topologyKey,whenUnsatisfiable patch=merge mergeKey=topologyKey unenforced	Rules for spreading matching pods evenly over zones, nodes or other domains
        F volumes list=Volume proto=1 listType=map keys=name patch=merge,retainKeys mergeKey=name	Storage that the containers can mount
        T PodTemplateSpec package=io.k8s.api.core.v1	Pattern from which a controller makes pods
        F metadata type=ObjectMeta proto=1	Labels and annotations the pods get
        F spec type=PodSpec proto=2	What each pod runs
        T PodDNSConfig package=io.k8s.api.core.v1	Resolver settings that add to or replace those of the DNS policy
        F nameservers list=string proto=1 listType=atomic	Addresses of DNS servers to ask, put after those of the policy; up to 3
        F options list=PodDNSConfigOption proto=3 listType=atomic	Resolver options, overriding those of the same name from the policy
        F searches list=string proto=2 listType=atomic	Domains tried for short host names, put after those of the policy; up to 32
        T PodDNSConfigOption package=io.k8s.api.core.v1	One resolver option as in resolv.conf
        F name type=string proto=1	Option keyword, such as ndots
        F value type=string optional proto=2	Setting of the option; left out for plain flags
        T HostAlias package=io.k8s.api.core.v1	Line for the hosts file of a pod
        F hostnames list=string proto=2 listType=atomic	Host names that lead to the address
        F ip type=string proto=1 required	IPv4 or IPv6 address
        T PodOS package=io.k8s.api.core.v1	Operating system a pod is meant for
        F name type=string proto=1 required	Either linux or windows
        T PodReadinessGate package=io.k8s.api.core.v1	Outside condition that takes part in deciding whether a pod is ready
        F conditionType type=string proto=1 required format=labelKey	Pod condition type that must have status True
        T PodResourceClaim package=io.k8s.api.core.v1	Device claim made available to the containers of a pod
        F name type=string proto=1 required	How containers of this pod refer to the claim
        F resourceClaimName type=string optional proto=3	Existing ResourceClaim in the same namespace; excludes resourceClaimTemplateName
        F resourceClaimTemplateName type=string optional proto=4	Template from which a claim is made for this pod alone; excludes resourceClaimName
        T PodSchedulingGate package=io.k8s.api.core.v1	Reason not to schedule a pod yet
        F name type=string proto=1 required	Tells this gate from others; removed by whoever put it there
        T PodSchedulingGroup package=io.k8s.api.core.v1	Membership of a pod in a group that is scheduled together
        F podGroupName type=string optional proto=1	PodGroup in the same namespace that the pod belongs to
        T PodStatus package=io.k8s.api.core.v1	What was last seen of a pod
        F allocatedResources map=Quantity proto=19	Resources the node has set aside for the pod as a whole, by resource name
        F conditions list=PodCondition proto=2 listType=map keys=type patch=merge mergeKey=type	Milestones and checks of the pod, such as PodScheduled and Ready
        F containerStatuses list=ContainerStatus proto=8 listType=atomic	State of each main container
        F ephemeralContainerStatuses list=ContainerStatus proto=13 listType=atomic	State of each debugging container
        F extendedResourceClaimStatus type=PodExtendedResourceClaimStatus optional proto=18	Claim that was made to cover extended resources the pod asked for
        F hostIP type=string proto=5	Main address of the node the pod runs on; empty until placed
        F hostIPs list=HostIP proto=16 listType=atomic patch=merge mergeKey=ip	All addresses of the node, the first being hostIP
        F initContainerStatuses list=ContainerStatus proto=10 listType=atomic	State of each init container
        F message type=string proto=3	Sentence for people on why the pod is in this state
        F nodeAllocatableResourceClaimStatuses list=NodeAllocatableResourceClaimStatus proto=21 listType=atomic	Ordinary node resources that were granted through claims
        F nominatedNodeName type=string proto=11	Node on which room is being made for the pod; no promise that it ends up there
        F observedGeneration type=int64 proto=17	Generation of the pod that this status reflects
        F phase type=PodPhase proto=1	Summary of where it stands, one of Pending, Running, Succeeded, Failed or Unknown
        F podIP type=string proto=6	Main address of the pod; empty until given out
        F podIPs list=PodIP proto=12 listType=map keys=ip patch=merge mergeKey=ip	All addresses of the pod, at most one per address family, the first being podIP
        F qosClass type=PodQOSClass proto=9	How early it is evicted under pressure, from BestEffort over Burstable to Guaranteed
        F reason type=string proto=4	Short code for why the pod is in this state, such as Evicted
        F resize type=string proto=14	Progress of a change to resources in place; replaced by conditions
        F resourceClaimStatuses list=PodResourceClaimStatus proto=15 listType=map keys=name patch=merge,retainKeys mergeKey=name	Claims that were made for the pod from templates
        F resources type=ResourceRequirements optional proto=20	Requests and limits in force for the pod as a whole
        F startTime type=Time optional proto=7	When the node took on the pod, before any image was pulled
        T PodCondition package=io.k8s.api.core.v1	One yes-or-no fact about a pod
        F lastProbeTime type=Time optional proto=3	When the condition was last checked
        F lastTransitionTime type=Time optional proto=4	When status last changed
        F message type=string proto=6	Sentence for people with details on the last change
        F observedGeneration type=int64 proto=7	Generation of the pod that the condition was judged by
        F reason type=string proto=5	Short code for the last change
        F status type=ConditionStatus proto=2 required	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, such as PodScheduled, Initialized, ContainersReady or Ready
        T ContainerStatus package=io.k8s.api.core.v1	What was last seen of one container
        F allocatedResources map=Quantity proto=10	Resources the node has set aside for the container, by resource name
        F allocatedResourcesStatus list=ResourceStatus proto=14 listType=map keys=name patch=merge mergeKey=name	Health of the devices given to the container
        F containerID type=string proto=8	Runtime and id of the container, as in containerd://abc
        F image type=string proto=6 required	Image that runs, as the runtime names it; may differ from the one asked for
        F imageID type=string proto=7 required	Exact image that runs, usually by digest
        F lastState type=ContainerState proto=3	How the previous run ended; empty before the first restart
        F name type=string proto=1 required	Container in the pod spec that this is about
        F ready type=bool proto=4 required	Whether the readiness check passes; true without one once started
        F resources type=ResourceRequirements optional proto=11	Requests and limits in force on the running container
        F restartCount type=int32 proto=5 required	How often it was restarted; begins at 0
        F started type=bool optional proto=9	Whether it has started and the startup probe passed; starts over at each restart
        F state type=ContainerState proto=2	How the container is now
        F stopSignal type=string optional proto=15	Signal that will be sent to stop the container
        F user type=ContainerUser optional proto=13	User and groups with which the first process was started
        F volumeMounts list=VolumeMountStatus proto=12 listType=map keys=mountPath patch=merge mergeKey=mountPath	Mounts of the container as they came out
        T ResourceStatus package=io.k8s.api.core.v1	Health of the units of one resource given to a container
        F name type=string proto=1 required	Resource meant, such as example.com/gpu or claim:name/request
        F resources list=ResourceHealth proto=2 listType=map keys=resourceID	Health of each unit
        T ResourceHealth package=io.k8s.api.core.v1	Health of one device or other unit
        F health type=string proto=2	Healthy, Unhealthy or Unknown
        F message type=string optional proto=6	Sentence for people on the health
        F resourceID type=string proto=1 required	Unit meant, by its unique id on the node
        T ContainerState package=io.k8s.api.core.v1	Whether a container waits, runs or has ended; one of three, waiting if none is set
        F running type=ContainerStateRunning optional proto=2	Present while the container runs
        F terminated type=ContainerStateTerminated optional proto=3	Present once the container has ended
        F waiting type=ContainerStateWaiting optional proto=1	Present before the container has started
        T ContainerStateRunning package=io.k8s.api.core.v1	Details on a running container
        F startedAt type=Time optional proto=1	When this run began
        T ContainerStateTerminated package=io.k8s.api.core.v1	Details on an ended run of a container
        F containerID type=string proto=7	Runtime and id of the ended container
        F exitCode type=int32 proto=1 required	Exit status of the first process; 0 is success
        F finishedAt type=Time optional proto=6	When the run ended
        F message type=string proto=4	Last words of the container or details on its end
        F reason type=string proto=3	Short code for how it ended, such as Completed, Error or OOMKilled
        F signal type=int32 proto=2	Number of the signal that killed it; unset or 0 if none
        F startedAt type=Time optional proto=5	When the run began
        T ContainerStateWaiting package=io.k8s.api.core.v1	Details on a container that has not started
        F message type=string proto=2	Sentence for people on what it waits for
        F reason type=string proto=1	Short code for what it waits for, such as ContainerCreating or ImagePullBackOff
        T ContainerUser package=io.k8s.api.core.v1	Identity of the first process of a container
        F linux type=LinuxContainerUser optional proto=1	User and groups on Linux
        T LinuxContainerUser package=io.k8s.api.core.v1	User and groups of a process on Linux
        F gid type=int64 proto=2 required	Primary group id at the start
        F supplementalGroups list=int64 proto=3 listType=atomic	Further group ids at the start
        F uid type=int64 proto=1 required	User id at the start
        T VolumeMountStatus package=io.k8s.api.core.v1	How one mount of a container came out
        F mountPath type=string proto=2 required	Path in the container
        F name type=string proto=1 required	Volume of the pod that is mounted
        F readOnly type=bool proto=3	Whether writing is refused
        F recursiveReadOnly type=string optional proto=4	Whether mounts below came out read-only, Disabled or Enabled; IfPossible is resolved
        F volumeStatus type=VolumeStatus optional proto=5	State that depends on the kind of volume
        T VolumeStatus package=io.k8s.api.core.v1	State that depends on the kind of volume
        F image type=ImageVolumeStatus optional proto=1	State of a volume made from an image
        T ImageVolumeStatus package=io.k8s.api.core.v1	State of a volume made from an image
        F imageRef type=string proto=1 required	Exact image that is mounted, by digest
        T PodExtendedResourceClaimStatus package=io.k8s.api.core.v1	Claim made to serve the extended resources of a pod
        F requestMappings list=ContainerExtendedResourceRequest proto=1 required listType=atomic	Which container resource is served by which request of the claim
        F resourceClaimName type=string proto=2 required	ResourceClaim that was made, in the namespace of the pod
        T ContainerExtendedResourceRequest package=io.k8s.api.core.v1	Link from an extended resource of a container to a claim request
        F containerName type=string proto=1 required	Container that asked for the resource
        F requestName type=string proto=3 required	Request in the claim that serves it
        F resourceName type=string proto=2 required	Extended resource asked for, such as example.com/gpu
        T HostIP package=io.k8s.api.core.v1	One address of a node
        F ip type=string proto=1 required	IPv4 or IPv6 address
        T NodeAllocatableResourceClaimStatus package=io.k8s.api.core.v1	Ordinary node resources, such as cpu, granted to a pod through one claim
        F containers list=string proto=2 listType=set	Containers of the pod that use the claim
        F resourceClaimName type=string proto=1 required	ResourceClaim through which they were granted
        F resources map=Quantity proto=3 required	Amounts granted, by resource name
        T PodIP package=io.k8s.api.core.v1	One address of a pod
        F ip type=string proto=1 required	IPv4 or IPv6 address
        T PodResourceClaimStatus package=io.k8s.api.core.v1	Claim made from a template for one entry of resourceClaims
        F name type=string proto=1 required	Entry in resourceClaims of the pod that this answers
        F resourceClaimName type=string optional proto=2	ResourceClaim that was made; unset if none was needed
        T Probe package=io.k8s.api.core.v1	Repeated check of a container by exactly one of four means
        F exec type=ExecAction optional within=1 proto=1	Runs a program in the container; exit code 0 passes
        F failureThreshold type=int32 proto=6 default=3 minimum=0	Failures in a row that count as failed; default 3, at least 1
        F grpc type=GRPCAction optional within=1 proto=4	Calls the gRPC health service; answer SERVING passes
        F httpGet type=HTTPGetAction optional within=1 proto=2	Makes an HTTP request; a status from 200 to 399 passes
        F initialDelaySeconds type=int32 proto=2 minimum=0	Seconds after the start before the first check; default 0
        F periodSeconds type=int32 proto=4 default=10 minimum=0	Seconds between checks; default 10, at least 1
        F successThreshold type=int32 proto=5 default=1 minimum=0	Passes in a row to recover after a failure; default 1, fixed for liveness and startup
        F tcpSocket type=TCPSocketAction optional within=1 proto=3	Opens a TCP connection; being accepted passes
        F terminationGracePeriodSeconds type=int64 optional proto=7	Seconds to stop after a failed check; that of the pod if unset; not for readiness
        F timeoutSeconds type=int32 proto=3 default=1 minimum=0	Seconds after which one check counts as failed; default 1, at least 1
        T Lifecycle package=io.k8s.api.core.v1	Actions at the start and stop of a container, and how it is stopped
        F postStart type=LifecycleHandler optional proto=1	Done right after the start, alongside the program; if it fails the container is killed
        F preStop type=LifecycleHandler optional proto=2	Done before a stop asked for from outside; its time counts towards the grace period
        F stopSignal type=string optional proto=3	Signal to stop with, such as SIGUSR1; that of the image, else SIGTERM
        T LifecycleHandler package=io.k8s.api.core.v1	What to do at a point in the life of a container; exactly one
        F exec type=ExecAction optional proto=1	Runs a program in the container
        F httpGet type=HTTPGetAction optional proto=2	Makes an HTTP request
        F sleep type=SleepAction optional proto=4	Waits a while
        F tcpSocket type=TCPSocketAction optional proto=3	Obsolete and without support; fails when carried out
        T ExecAction package=io.k8s.api.core.v1	Program to run inside a container
        F command list=string proto=1 listType=atomic	Program and arguments, without a shell; exit code 0 is success
        T HTTPGetAction package=io.k8s.api.core.v1	HTTP GET request to make
        F host type=string proto=3	Host to connect to; default the address of the pod
        F httpHeaders list=HTTPHeader proto=5 listType=atomic	Headers to send along
        F path type=string proto=1 default=/	Path on the server; default /
        F port type=IntOrString proto=2 required	Port number 1 to 65535, or name of a container port
        F scheme type=URIScheme proto=4 default=HTTP	HTTP (default), or HTTPS without checking the certificate
        T HTTPHeader package=io.k8s.api.core.v1	One header of a request
        F name type=string proto=1 required	Header field, as in X-Token
        F value type=string proto=2 required	Text sent for it
        T SleepAction package=io.k8s.api.core.v1	Waiting as an action
        F seconds type=int64 proto=1 required	How long to wait, in seconds
        T TCPSocketAction package=io.k8s.api.core.v1	TCP connection to open
        F host type=string proto=2	Host to connect to; default the address of the pod
        F port type=IntOrString proto=1 required	Port number 1 to 65535, or name of a container port
        T GRPCAction package=io.k8s.api.core.v1	Call to the gRPC health service
        F port type=int32 proto=1 required format=port	Port number 1 to 65535
        F service type=string optional proto=2 default=	Service to ask about in the health request; default empty for the server as a whole
        T ReplicaSet package=io.k8s.api.apps.v1	Keeps a number of like pods running; usually made by a deployment
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the replica set
        F spec type=ReplicaSetSpec proto=2	How many pods are wanted and of which kind
        F status type=ReplicaSetStatus proto=3	How many pods there are; written by the system
        T ReplicaSetSpec package=io.k8s.api.apps.v1	Wanted pods
        F minReadySeconds type=int32 proto=4 minimum=0	Seconds a new pod must stay ready before it counts as available; default 0
        F replicas type=int32 optional proto=1 default=1 minimum=0	Number of pods wanted; default 1
        F selector type=LabelSelector optional proto=2 required	Labels by which it finds its pods; must match the template; cannot change
        F template type=PodTemplateSpec proto=3	Pattern for pods that are missing; a change does not touch existing ones
        T ReplicaSetStatus package=io.k8s.api.apps.v1	What was last seen of a replica set
        F availableReplicas type=int32 proto=5	Pods that have been ready for at least minReadySeconds
        F conditions list=ReplicaSetCondition proto=6 listType=map keys=type patch=merge mergeKey=type	Facts about the replica set, such as ReplicaFailure
        F fullyLabeledReplicas type=int32 proto=2	Pods that have all labels of the template
        F observedGeneration type=int64 proto=3	Generation of the replica set that this status reflects
        F readyReplicas type=int32 proto=4	Pods that pass their readiness check
        F replicas type=int32 proto=1 required	Pods not being deleted
        F terminatingReplicas type=int32 optional proto=7	Pods being deleted that have not gone yet
        T ReplicaSetCondition package=io.k8s.api.apps.v1	One yes-or-no fact about a replica set
        F lastTransitionTime type=Time optional proto=3	When status last changed
        F message type=string proto=5	Sentence for people with details on the last change
        F reason type=string proto=4	Short code for the last change
        F status type=ConditionStatus proto=2	True, False or Unknown
        F type type=string proto=1 required	Which fact is meant, such as ReplicaFailure
        T ResourceRequirements package=io.k8s.api.core.v1	What is asked for and what may be used at most
        F claims list=ResourceClaim proto=3 listType=map keys=name unenforced	Device claims of the pod that this container uses
        F limits map=Quantity proto=1	Most that may be used, by resource name; no bound if unset
        F requests map=Quantity proto=2	What is set aside when placing the pod, by resource name; default the limits
        T ResourceClaim package=io.k8s.api.core.v1	Use of a device claim by a container
        F name type=string proto=1 required	Entry in resourceClaims of the pod
        F request type=string proto=2	One request of the claim to use; all if unset
        T Secret package=io.k8s.api.core.v1	Confidential values such as passwords and keys, at most 1 MiB in all
        F data map=bytes proto=2	Values in base64 by key
        F immutable type=bool optional proto=5	Whether the contents are frozen; once true it stays so; default false
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the secret
        F stringData map=string proto=4	Values as plain text, moved into data when written; never given back on reading
        F type type=string proto=3 default=Opaque	What the keys mean, such as kubernetes.io/tls; default Opaque; cannot change
        T SecurityContext package=io.k8s.api.core.v1	Identity and privileges of one container
        F allowPrivilegeEscalation type=bool optional proto=7	Whether a process may gain more rights than its parent; default true; always so if privileged
        F appArmorProfile type=AppArmorProfile optional proto=12 unenforced	AppArmor profile for the container; goes before that of the pod
        F capabilities type=Capabilities optional proto=1	Changes to the root powers the runtime grants
        F privileged type=bool optional proto=2	Whether it has nearly the powers of root on the node; default false
        F procMount type=ProcMountType optional proto=9 unenforced	Whether parts of /proc are masked; Default hides them, Unmasked shows all; default Default
        F readOnlyRootFilesystem type=bool optional proto=6	Whether the image files cannot be written to; default false
        F runAsGroup type=int64 optional proto=8 minimum=0 maximum=2147483647	Primary group id of the process; the runtime default if unset
        F runAsNonRoot type=bool optional proto=5	Whether to refuse starting if it would run as user 0
        F runAsUser type=int64 optional proto=4 minimum=0 maximum=2147483647	User id of the process; that of the image if unset
        F seLinuxOptions type=SELinuxOptions optional proto=3 unenforced	SELinux label for the container; chosen by the runtime if unset
        F seccompProfile type=SeccompProfile optional proto=11	Filter on its system calls; goes before that of the pod
        F windowsOptions type=WindowsSecurityContextOptions optional proto=10 unenforced	Settings that only apply to Windows containers
        T PodSecurityContext package=io.k8s.api.core.v1	Identity and privileges applied to all containers of a pod
        F appArmorProfile type=AppArmorProfile optional proto=11 unenforced	AppArmor profile for the containers
        F fsGroup type=int64 optional proto=5 minimum=0 maximum=2147483647	Group id that owns the volumes and that every process gets in addition
        F fsGroupChangePolicy type=FSGroupChangePolicy optional proto=9 unenforced	When volume ownership is corrected to fsGroup, Always (default) or OnRootMismatch
        F runAsGroup type=int64 optional proto=6 minimum=0 maximum=2147483647	Primary group id of the processes; the runtime default if unset
        F runAsNonRoot type=bool optional proto=3	Whether to refuse starting a container that would run as user 0
        F runAsUser type=int64 optional proto=2 minimum=0 maximum=2147483647	User id of the processes; that of the image if unset
        F seLinuxChangePolicy type=string optional proto=13 unenforced	How volumes get their SELinux label, MountOption or Recursive
        F seLinuxOptions type=SELinuxOptions optional proto=1 unenforced	SELinux label for the containers; chosen by the runtime if unset
        F seccompProfile type=SeccompProfile optional proto=10	Filter on the system calls of the containers
        F supplementalGroups list=int64 proto=4 listType=atomic	Further group ids for the first process of each container
        F supplementalGroupsPolicy type=SupplementalGroupsPolicy optional proto=12 unenforced	Whether groups listed in the image count too; Merge (default) or Strict
        F sysctls list=Sysctl proto=7 listType=atomic	Kernel settings to make in the namespaces of the pod
        F windowsOptions type=WindowsSecurityContextOptions optional proto=8 unenforced	Settings that only apply to Windows containers
        T AppArmorProfile package=io.k8s.api.core.v1	Choice of an AppArmor profile
        F localhostProfile type=string optional proto=2	Profile loaded on the node; only with type Localhost
        F type type=AppArmorProfileType proto=1 required	RuntimeDefault, Unconfined or Localhost
        T Capabilities package=io.k8s.api.core.v1	Changes to the Linux capabilities of a process
        F add list=string proto=1 listType=atomic	Capabilities to grant, such as NET_ADMIN; ALL for every one
        F drop list=string proto=2 listType=atomic	Capabilities to take away; ALL for every one
        T SELinuxOptions package=io.k8s.api.core.v1	Parts of an SELinux label
        F level type=string proto=4	Sensitivity level and categories
        F role type=string proto=2	Role part
        F type type=string proto=3	Type part, on which most rules depend
        F user type=string proto=1	SELinux user part, unrelated to Linux users
        T SeccompProfile package=io.k8s.api.core.v1	Choice of a system call filter
        F localhostProfile type=string optional proto=2 unenforced	Profile file on the node, below its seccomp directory; only with type Localhost
        F type type=SeccompProfileType proto=1 required	RuntimeDefault, Unconfined or Localhost
        T WindowsSecurityContextOptions package=io.k8s.api.core.v1	Identity and privileges on Windows
        F gmsaCredentialSpec type=string optional proto=2	Credential spec of the managed service account, in full
        F gmsaCredentialSpecName type=string optional proto=1	GMSACredentialSpec object to take the credential spec from
        F hostProcess type=bool optional proto=4	Whether it runs as a host process; the same for all containers of a pod; default false
        F runAsUserName type=string optional proto=3	Windows user of the first process; that of the image if unset
        T Sysctl package=io.k8s.api.core.v1	One kernel setting
        F name type=string proto=1 required	Setting to make, such as net.core.somaxconn
        F value type=string proto=2 required	Text it is set to
        T Service package=io.k8s.api.core.v1	Lasting name and address for a changing set of pods
        F metadata type=ObjectMeta proto=1	Name, namespace, labels and other bookkeeping of the service
        F spec type=ServiceSpec proto=2	Which pods are served, on which ports, and to whom
        F status type=ServiceStatus proto=3	What load balancers were set up; written by the system
        T ServiceSpec package=io.k8s.api.core.v1	Which pods a service leads to and how it is reached
        F allocateLoadBalancerNodePorts type=bool optional proto=20 unenforced	Whether type LoadBalancer also opens node ports; default true
        F clusterIP type=string proto=3	Virtual address inside the cluster; picked if empty; None makes the service headless
        F clusterIPs list=string proto=18 listType=atomic	Virtual addresses, at most one per address family; the first equals clusterIP
        F externalIPs list=string proto=5 listType=atomic	Outside addresses whose traffic, once it reaches a node, is led to the service
        F externalName type=string proto=10	Host name that type ExternalName answers with as a DNS alias
        F externalTrafficPolicy type=TrafficPolicy proto=11 unenforced	Cluster (default) uses all pods for outside traffic, Local only those on the node it hits
        F healthCheckNodePort type=int32 proto=12 unenforced	Node port telling balancers if a node has pods; for LoadBalancer with Local traffic
        F internalTrafficPolicy type=TrafficPolicy optional proto=22 unenforced	Cluster (default) uses all pods for inside traffic, Local only those on the same node
        F ipFamilies list=IPFamily proto=19 listType=atomic	Address families in order, IPv4 and IPv6; chosen by the cluster if unset
        F ipFamilyPolicy type=IPFamilyPolicy optional proto=17	SingleStack, PreferDualStack or RequireDualStack; default SingleStack
        F loadBalancerClass type=string optional proto=21 unenforced	Load balancer implementation to use; the one of the cluster if unset
        F loadBalancerIP type=string proto=8 unenforced	Address wished for from the load balancer; obsolete and often ignored
        F loadBalancerSourceRanges list=string proto=9 listType=atomic unenforced	Client networks in CIDR form allowed through the load balancer; all if unset
        F ports list=ServicePort proto=1 listType=map keys=port,protocol patch=merge mergeKey=port	Ports the service offers
        F publishNotReadyAddresses type=bool proto=13	Whether pods are listed even before they are ready; default false
        F selector map=string proto=2 mapType=atomic	Labels of the pods that serve it; without one its endpoints are kept by hand
        F sessionAffinity type=SessionAffinity proto=7 default=None	None (default), or ClientIP to send a client to the same pod each time
        F sessionAffinityConfig type=SessionAffinityConfig optional proto=14	Details for ClientIP affinity
        F trafficDistribution type=string optional proto=23 unenforced	Wish to stay near, PreferSameZone or PreferSameNode; no preference if unset
        F type type=ServiceType proto=4 default=ClusterIP	How it is reached, ClusterIP (default), NodePort, LoadBalancer or ExternalName
        T ServicePort package=io.k8s.api.core.v1	Port on which a service is reached
        F appProtocol type=string optional proto=6	Protocol spoken above the transport, such as kubernetes.io/h2c; a hint only
        F name type=string proto=1 format=dnsLabel	Tells the port from others of the service; needed if there are several
        F nodePort type=int32 proto=5 minimum=0 maximum=65535	Port number opened on every node; picked from the node port range if unset and needed
        F port type=int32 proto=3 required format=port	Port number at the address of the service, 1 to 65535
        F protocol type=TransportProtocol proto=2 default=TCP	TCP (default), UDP or SCTP
        F targetPort type=IntOrString proto=4	Port number or port name on the pods; default the same as port
        T SessionAffinityConfig package=io.k8s.api.core.v1	How a service keeps sending a client to the same pod
        F clientIP type=ClientIPConfig optional proto=1	Settings for affinity by client address
        T ClientIPConfig package=io.k8s.api.core.v1	Settings for affinity by client address
        F timeoutSeconds type=int32 optional proto=1	Seconds a client stays tied to its pod, 1 to 86400; default 10800
        T ServiceStatus package=io.k8s.api.core.v1	What was last seen of a service
        F conditions list=Condition proto=2 listType=map keys=type patch=merge mergeKey=type	Facts about the service, each true or false
        F loadBalancer type=LoadBalancerStatus proto=1	Where the load balancer can be reached
        T LoadBalancerStatus package=io.k8s.api.core.v1	Where a load balancer takes in traffic
        F ingress list=LoadBalancerIngress proto=1 listType=atomic	Entry points; empty until the balancer is set up
        T LoadBalancerIngress package=io.k8s.api.core.v1	One entry point of a load balancer
        F hostname type=string proto=2	DNS name, for balancers reached by name
        F ip type=string proto=1	Address, for balancers reached by address
        F ipMode type=string optional proto=3	VIP (default) if packets arrive still addressed to ip, Proxy if readdressed; only with ip
        F ports list=PortStatus proto=4 listType=atomic	State of each port of the balancer
        T PortStatus package=io.k8s.api.core.v1	State of one port of a load balancer
        F error type=string optional proto=3	Short code for what went wrong with the port; unset if nothing
        F port type=int32 proto=1 required	Port number of the service
        F protocol type=TransportProtocol proto=2 required	TCP, UDP or SCTP
        T Volume package=io.k8s.api.core.v1	Storage that containers of a pod can mount; a name and exactly one source
        F awsElasticBlockStore type=AWSElasticBlockStoreVolumeSource optional within=2 proto=4 unenforced	EBS disk of AWS; obsolete, served by a CSI driver
        F azureDisk type=AzureDiskVolumeSource optional within=2 proto=22 unenforced	Managed disk of Azure; obsolete, served by a CSI driver
        F azureFile type=AzureFileVolumeSource optional within=2 proto=18 unenforced	File share of Azure; obsolete, served by a CSI driver
        F cephfs type=CephFSVolumeSource optional within=2 proto=14 unenforced	Directory of a CephFS file system; no longer supported
        F cinder type=CinderVolumeSource optional within=2 proto=13 unenforced	Block volume of OpenStack; obsolete, served by a CSI driver
        F configMap type=ConfigMapVolumeSource optional within=2 proto=19	Entries of a config map as files
        F csi type=CSIVolumeSource optional within=2 proto=28 unenforced	Storage for this pod only, from a CSI driver
        F downwardAPI type=DownwardAPIVolumeSource optional within=2 proto=16	Fields and resource figures of the pod as files
        F emptyDir type=EmptyDirVolumeSource optional within=2 proto=2	Directory that is empty at first and goes with the pod
        F ephemeral type=EphemeralVolumeSource optional within=2 proto=29 unenforced	Claim made for this pod and deleted with it
        F fc type=FCVolumeSource optional within=2 proto=17 unenforced	Disk over Fibre Channel
        F flexVolume type=FlexVolumeSource optional within=2 proto=12 unenforced	Storage from an exec plugin on the node; obsolete
        F flocker type=FlockerVolumeSource optional within=2 proto=15 unenforced	Dataset of Flocker; no longer supported
        F gcePersistentDisk type=GCEPersistentDiskVolumeSource optional within=2 proto=3 unenforced	Persistent disk of Google Cloud; obsolete, served by a CSI driver
        F gitRepo type=GitRepoVolumeSource optional within=2 proto=5 unenforced	Clone of a Git repository made at the start; obsolete and disabled
        F glusterfs type=GlusterfsVolumeSource optional within=2 proto=9 unenforced	Volume of a Gluster cluster; no longer supported
        F hostPath type=HostPathVolumeSource optional within=2 proto=1	File or directory of the node itself; a risk, as it opens the node to the pod
        F image type=ImageVolumeSource optional within=2 proto=30 unenforced	Files of a container image or artifact, read-only
        F iscsi type=ISCSIVolumeSource optional within=2 proto=8 unenforced	Disk over iSCSI
        F name type=string proto=1 required format=dnsLabel	How containers of the pod refer to the volume; a DNS label
        F nfs type=NFSVolumeSource optional within=2 proto=7 unenforced	Directory exported by an NFS server
        F persistentVolumeClaim type=PersistentVolumeClaimVolumeSource optional within=2 proto=10 unenforced	Storage behind an existing claim in the same namespace
        F photonPersistentDisk type=PhotonPersistentDiskVolumeSource optional within=2 proto=23 unenforced	Disk of Photon Controller; no longer supported
        F portworxVolume type=PortworxVolumeSource optional within=2 proto=24 unenforced	Volume of Portworx; obsolete, served by a CSI driver
        F projected type=ProjectedVolumeSource optional within=2 proto=26	Several sources brought together in one directory
        F quobyte type=QuobyteVolumeSource optional within=2 proto=21 unenforced	Volume of Quobyte; no longer supported
        F rbd type=RBDVolumeSource optional within=2 proto=11 unenforced	Ceph block device; no longer supported
        F scaleIO type=ScaleIOVolumeSource optional within=2 proto=25 unenforced	Volume of ScaleIO; no longer supported
        F secret type=SecretVolumeSource optional within=2 proto=6	Entries of a secret as files, held in memory
        F storageos type=StorageOSVolumeSource optional within=2 proto=27 unenforced	Volume of StorageOS; no longer supported
        F vsphereVolume type=VsphereVirtualDiskVolumeSource optional within=2 proto=20 unenforced	Virtual disk of vSphere; obsolete, served by a CSI driver
        T ConfigMapVolumeSource package=io.k8s.api.core.v1	Entries of a config map as files
        F defaultMode type=int32 optional proto=3 default=420 minimum=0 maximum=511	File permission bits where items set none, 0 to 0777; default 0644
        F items list=KeyToPath proto=2 listType=atomic	Entries to take and where to put them; all, under their keys, if unset
        F name type=string within=1 proto=1	Config map in the same namespace
        F optional type=bool optional proto=4	Whether the config map or listed entries may be missing; default false
        T KeyToPath package=io.k8s.api.core.v1	Entry of a config map or secret and the file it goes to
        F key type=string proto=1 required format=configKey	Entry to take
        F mode type=int32 optional proto=3 minimum=0 maximum=511	File permission bits, 0 to 0777; defaultMode of the volume if unset
        F path type=string proto=2 required	File to write, relative to the volume; no .. in it
        T CSIVolumeSource package=io.k8s.api.core.v1	Storage for one pod from a CSI driver
        F driver type=string proto=1 required	CSI driver that provides the storage
        F fsType type=string optional proto=3	File system to mount; chosen by the driver if unset
        F nodePublishSecretRef type=LocalObjectReference optional proto=5	Secret handed to the driver when mounting
        F readOnly type=bool optional proto=2	Whether writing is refused; default false
        F volumeAttributes map=string proto=4	Settings for the driver, as it defines them
        T DownwardAPIVolumeSource package=io.k8s.api.core.v1	Facts about the pod as files
        F defaultMode type=int32 optional proto=2 default=420 minimum=0 maximum=511	File permission bits where items set none, 0 to 0777; default 0644
        F items list=DownwardAPIVolumeFile proto=1 listType=atomic	Files to write
        T DownwardAPIVolumeFile package=io.k8s.api.core.v1	File with one fact about the pod
        F fieldRef type=ObjectFieldSelector optional proto=2	Field of the pod to write, such as metadata.labels; excludes resourceFieldRef
        F mode type=int32 optional proto=4 minimum=0 maximum=511	File permission bits, 0 to 0777; defaultMode of the volume if unset
        F path type=string proto=1 required	File to write, relative to the volume; no .. in it
        F resourceFieldRef type=ResourceFieldSelector optional proto=3	Request or limit of a container to write; excludes fieldRef
        T EmptyDirVolumeSource package=io.k8s.api.core.v1	Scratch directory that lives as long as the pod is on its node
        F medium type=string proto=1	Where it is kept, empty (default) for disk, Memory for RAM, HugePages for huge pages
        F sizeLimit type=Quantity optional proto=2	Most it may hold, in bytes; exceeding it evicts the pod; no bound if unset
        T EphemeralVolumeSource package=io.k8s.api.core.v1	Claim that is made and deleted with the pod
        F volumeClaimTemplate type=PersistentVolumeClaimTemplate optional proto=1	Pattern for the claim, which is called after pod and volume
        T HostPathVolumeSource package=io.k8s.api.core.v1	File or directory of the node
        F path type=string proto=1 required	Absolute path on the node; symbolic links are followed
        F type type=HostPathType optional proto=2 default=	Check beforehand, such as Directory, File, Socket or DirectoryOrCreate; default none
        T ImageVolumeSource package=io.k8s.api.core.v1	Image or artifact mounted as read-only files
        F pullPolicy type=PullPolicy proto=2	Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
        F reference type=string proto=1	Image or artifact to mount, such as registry.example/data:1
        T NFSVolumeSource package=io.k8s.api.core.v1	Directory exported by an NFS server
        F path type=string proto=2 required	Exported directory on the server
        F readOnly type=bool proto=3	Whether writing is refused; default false
        F server type=string proto=1 required	Host name or address of the NFS server
        T PersistentVolumeClaimVolumeSource package=io.k8s.api.core.v1	Use of a storage claim in a pod
        F claimName type=string proto=1 required	PersistentVolumeClaim in the same namespace
        F readOnly type=bool proto=2	Whether every mount of it refuses writing; default false
        T ProjectedVolumeSource package=io.k8s.api.core.v1	Several sources in one directory
        F defaultMode type=int32 optional proto=2 default=420 minimum=0 maximum=511	File permission bits where sources set none, 0 to 0777; default 0644
        F sources list=VolumeProjection proto=1 listType=atomic	Sources whose files are put together; paths must not clash
        T VolumeProjection package=io.k8s.api.core.v1	One source of files for a projected volume; exactly one of these
        F clusterTrustBundle type=ClusterTrustBundleProjection optional proto=5 unenforced	Root certificates from trust bundles of the cluster
        F configMap type=ConfigMapProjection optional proto=3	Entries of a config map
        F downwardAPI type=DownwardAPIProjection optional proto=2	Fields and resource figures of the pod
        F podCertificate type=PodCertificateProjection optional proto=6 unenforced	Private key and certificate made for the pod
        F secret type=SecretProjection optional proto=1	Entries of a secret
        F serviceAccountToken type=ServiceAccountTokenProjection optional proto=4 unenforced	Token of the service account of the pod
        T ClusterTrustBundleProjection package=io.k8s.api.core.v1	Root certificates as one PEM file, kept up to date
        F labelSelector type=LabelSelector optional proto=3	Picks bundles of signerName by label; unset picks none, an empty one all
        F name type=string optional proto=1	One bundle by name; excludes signerName and labelSelector
        F optional type=bool optional proto=5	Whether no bundle need exist; default false
        F path type=string proto=4 required	File for the certificates, relative to the volume
        F signerName type=string optional proto=2	Signer whose bundles are merged; excludes name
        T ConfigMapProjection package=io.k8s.api.core.v1	Entries of a config map in a projected volume
        F items list=KeyToPath proto=2 listType=atomic	Entries to take and where to put them; all, under their keys, if unset
        F name type=string within=1 proto=1	Config map in the same namespace
        F optional type=bool optional proto=4	Whether the config map or listed entries may be missing; default false
        T DownwardAPIProjection package=io.k8s.api.core.v1	Facts about the pod in a projected volume
        F items list=DownwardAPIVolumeFile proto=1 listType=atomic	Files to write
        T PodCertificateProjection package=io.k8s.api.core.v1	Private key and certificate made for the pod and kept fresh in files
        F certificateChainPath type=string proto=6	File for the certificate chain alone, relative to the volume
        F credentialBundlePath type=string proto=4	File for key and certificate chain together as PEM, relative to the volume
        F keyPath type=string proto=5	File for the private key alone, relative to the volume
        F keyType type=string proto=2 required	Kind of key to generate, such as ED25519, ECDSAP256 or RSA3072
        F maxExpirationSeconds type=int32 optional proto=3	Longest accepted lifetime of the certificate in seconds; default 86400, at least 3600
        F signerName type=string proto=1 required	Signer that is asked for the certificate
        F userAnnotations map=string proto=7	Extra string pairs handed to the signer with the request
        T SecretProjection package=io.k8s.api.core.v1	Entries of a secret in a projected volume
        F items list=KeyToPath proto=2 listType=atomic	Entries to take and where to put them; all, under their keys, if unset
        F name type=string within=1 proto=1	Secret in the same namespace
        F optional type=bool optional proto=4	Whether the secret or listed entries may be missing; default false
        T ServiceAccountTokenProjection package=io.k8s.api.core.v1	Token of the service account of the pod, written to a file and renewed in time
        F audience type=string proto=1	Party that the token is meant for and that must check it; default the API server
        F expirationSeconds type=int64 optional proto=2 default=3600 minimum=600	Lifetime of the token in seconds; default 3600, at least 600
        F path type=string proto=3 required	File for the token, relative to the volume
        T SecretVolumeSource package=io.k8s.api.core.v1	Entries of a secret as files
        F defaultMode type=int32 optional proto=3 default=420 minimum=0 maximum=511	File permission bits where items set none, 0 to 0777; default 0644
        F items list=KeyToPath proto=2 listType=atomic	Entries to take and where to put them; all, under their keys, if unset
        F optional type=bool optional proto=4	Whether the secret or listed entries may be missing; default false
        F secretName type=string proto=1	Secret in the same namespace
        E AppContainerType values=DOCKER,MESOS	Who runs a container
        E AppDockerNetwork values=BRIDGE,HOST,NONE,USER	The networks of old definitions
        E AppNetworkMode values=container,container/bridge,host	Whether a task has a network of its own
        E AppVolumeMode values=RO,RW	Whether a volume can be written to
        E PortProtocol values=tcp,udp,udp,tcp	How a port is spoken to
        E HealthCheckProtocol values=HTTP,HTTPS,TCP,COMMAND,MESOS_HTTP,MESOS_HTTPS,MESOS_TCP	How a health check is made; the MESOS kinds and COMMAND run on the node, inside the task's network
        E AppDeploymentAction values=StartApplication,ScaleApplication,RestartApplication,StopApplication	What a deployment does to an app, in Marathon's words
        E AppDeploymentState values=Running,Succeeded,Cancelled	How far a deployment has come
        E KillSelection values=YOUNGEST_FIRST,OLDEST_FIRST	Which tasks go first
        E ContainerRestartPolicy values=Always,OnFailure,Never	When one container is started again; Always makes an init container a sidecar
        E PullPolicy values=Always,IfNotPresent,Never	When an image is fetched
        E TerminationMessagePolicy values=File,FallbackToLogsOnError	Where the last words of a container come from
        E MountPropagation values=None,HostToContainer,Bidirectional	Whether mounts made later are seen on the other side
        E ResizeRestartPolicy values=NotRequired,RestartContainer	Whether a container restarts when a resource is resized
        E DeploymentStrategyType values=Recreate,RollingUpdate	How old pods give way to new ones
        E AddressType values=IPv4,IPv6,FQDN	What the addresses of a slice are
        E ConditionStatus values=True,False,Unknown	Whether a condition holds
        E TransportProtocol values=SCTP,TCP,UDP	How a port is spoken to
        E LabelSelectorOperator values=In,NotIn,Exists,DoesNotExist	How a label is compared with the values of a requirement
        E ManagedFieldsOperation values=Apply,Update	How a manager came to own fields
        E NamespacePhase values=Active,Terminating	Whether a namespace still takes new objects
        E TaintEffect values=NoSchedule,PreferNoSchedule,NoExecute	What a taint does to pods that do not tolerate it
        E TolerationOperator values=Exists,Equal,Lt,Gt	How a toleration compares a taint with its value
        E NodeSelectorOperator values=In,NotIn,Exists,DoesNotExist,Gt,Lt	How the label of a node is compared with the values of a requirement
        E UnsatisfiableConstraintAction values=DoNotSchedule,ScheduleAnyway	What becomes of a pod that would break the spread
        E NodeInclusionPolicy values=Honor,Ignore	Whether nodes that a pod can not use count for the spread
        E RestartPolicy values=Always,OnFailure,Never	When the containers of a pod are started again after they ended
        E DNSPolicy values=ClusterFirst,ClusterFirstWithHostNet,Default,None	Where a pod looks names up
        E PreemptionPolicy values=PreemptLowerPriority,Never	Whether a pod may push out others of lower priority
        E PodPhase values=Pending,Running,Succeeded,Failed,Unknown	Where a pod stands in its life
        E PodQOSClass values=Guaranteed,Burstable,BestEffort	How well a pod is protected when its node runs short
        E URIScheme values=HTTP,HTTPS	How an HTTP check connects
        E SeccompProfileType values=RuntimeDefault,Unconfined,Localhost	Which filter of system calls applies
        E AppArmorProfileType values=RuntimeDefault,Unconfined,Localhost	Which AppArmor profile applies
        E ProcMountType values=Default,Unmasked	Whether the sensitive parts of /proc are hidden
        E FSGroupChangePolicy values=OnRootMismatch,Always	When the group of the files in a volume is changed
        E SupplementalGroupsPolicy values=Merge,Strict	Whether groups that the image names are added
        E ServiceType values=ClusterIP,ExternalName,LoadBalancer,NodePort	From where a service is reached
        E SessionAffinity values=ClientIP,None	Whether a client is sent to the same pod again
        E TrafficPolicy values=Cluster,Local	Whether traffic goes to all endpoints, or only to those on the same node
        E IPFamily values=IPv4,IPv6	The sort of an address
        E IPFamilyPolicy values=SingleStack,PreferDualStack,RequireDualStack	How many families of addresses a service gets
        E HostPathType values=DirectoryOrCreate,Directory,FileOrCreate,File,Socket,CharDevice,BlockDevice	What must be found at a path of the host; empty means that nothing is checked
        """#
}
