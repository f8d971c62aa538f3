{{/*
Everything one service is made of; . is (dict "root" $ "name" "user-service" "database" true "variables" "…").
A service that consumes events is a StatefulSet, for its ordinal (ADR 22).
*/}}
{{- define "switchboard.workload" -}}
{{- $name := include "switchboard.name" . -}}
{{- $settings := include "switchboard.settings" . | fromYaml -}}
{{- $kind := .database | ternary "StatefulSet" "Deployment" -}}
{{- $scaled := or $settings.autoscaling.enabled $settings.lagScaling.enabled -}}
{{- if and $settings.autoscaling.enabled $settings.lagScaling.enabled -}}
{{- fail (printf "%s: autoscaling and lagScaling exclude each other" .name) -}}
{{- end -}}
{{- if and $settings.lagScaling.enabled (not .database) -}}
{{- fail (printf "%s has no consumer group that could lag" .name) -}}
{{- end -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
spec:
  selector: {{- include "switchboard.selector" . | nindent 4 }}
  ports:
    - { name: http, port: 8080, targetPort: http, appProtocol: http }
    - { name: management, port: 8090, targetPort: management, appProtocol: http }
---
apiVersion: apps/v1
kind: {{ $kind }}
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
spec:
  {{- if not $scaled }}
  replicas: {{ $settings.replicas }}
  {{- end }}
  selector:
    matchLabels: {{- include "switchboard.selector" . | nindent 6 }}
  {{- if .database }}
  serviceName: {{ $name }}
  podManagementPolicy: Parallel
  updateStrategy: { type: RollingUpdate }
  {{- else }}
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  {{- end }}
  template:
    metadata:
      labels: {{- include "switchboard.labels" . | nindent 8 }}
      {{- with $settings.podAnnotations }}
      annotations: {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ $name }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ $settings.terminationGraceSeconds }}
      securityContext: {{- include "switchboard.podSecurity" . | nindent 8 }}
      {{- with .root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      {{- with $settings.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      {{- with $settings.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $settings.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "switchboard.selector" $ | nindent 14 }}
        {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "switchboard.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext: {{- include "switchboard.containerSecurity" . | nindent 12 }}
          ports:
            - { name: http, containerPort: 8080 }
            - { name: management, containerPort: 8090 }
          env:
            {{- include "switchboard.commonVariables" (merge (dict "settings" $settings) .) | nindent 12 }}
            {{- if .database }}
            {{- include "switchboard.databaseVariables" . | nindent 12 }}
            {{- end }}
            {{- with .variables }}
            {{- . | nindent 12 }}
            {{- end }}
          resources: {{- toYaml $settings.resources | nindent 12 }}
          startupProbe:
            httpGet: { path: /actuator/health/liveness, port: management }
            periodSeconds: 2
            failureThreshold: 60
            timeoutSeconds: 2
          livenessProbe:
            httpGet: { path: /actuator/health/liveness, port: management }
            periodSeconds: 10
            failureThreshold: 6
            timeoutSeconds: 5
          readinessProbe:
            httpGet: { path: /actuator/health/readiness, port: management }
            periodSeconds: 5
            failureThreshold: 2
            timeoutSeconds: 3
          lifecycle:
            preStop:
              sleep: { seconds: {{ $settings.preStopSeconds }} }
          volumeMounts: {{- include "switchboard.mounts" . | nindent 12 }}
      volumes: {{- include "switchboard.volumes" . | nindent 8 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "switchboard.selector" . | nindent 6 }}
{{- if $settings.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: {{ $kind }}, name: {{ $name }} }
  minReplicas: {{ $settings.autoscaling.minReplicas }}
  maxReplicas: {{ $settings.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: {{ $settings.autoscaling.cpuPercent }} }
  behavior:
    scaleDown: { stabilizationWindowSeconds: 300 }
{{- end }}
{{- if $settings.lagScaling.enabled }}
---
{{ include "switchboard.lagScaling" (merge (dict "settings" $settings "kind" $kind) .) }}
{{- end }}
{{- if .root.Values.monitoring.serviceMonitor.enabled }}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ $name }}
  labels:
    {{- include "switchboard.labels" . | nindent 4 }}
    {{- with .root.Values.monitoring.serviceMonitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels: {{- include "switchboard.selector" . | nindent 6 }}
  endpoints:
    - port: management
      path: /actuator/prometheus
      interval: {{ .root.Values.monitoring.serviceMonitor.interval }}
{{- end }}
{{- end }}

{{/* KEDA: one trigger for each topic that the service reads. */}}
{{- define "switchboard.lagScaling" -}}
{{- $name := include "switchboard.name" . -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ $name }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: {{ .kind }}, name: {{ $name }} }
  minReplicaCount: {{ .settings.lagScaling.minReplicas }}
  maxReplicaCount: {{ .settings.lagScaling.maxReplicas }}
  cooldownPeriod: 300
  triggers:
    {{- range (.root.Files.Get "files/topics.yaml" | fromYaml).topics }}
    {{- if has $.name .consumers }}
    - type: kafka
      metadata:
        bootstrapServers: {{ $.root.Values.kafka.bootstrapServers | quote }}
        consumerGroup: {{ $.name }}
        topic: {{ .name }}
        lagThreshold: {{ $.settings.lagScaling.lag | quote }}
        offsetResetPolicy: earliest
      {{- with $.root.Values.kafka.triggerAuthentication }}
      authenticationRef: { name: {{ . }} }
      {{- end }}
    {{- end }}
    {{- end }}
{{- end }}
