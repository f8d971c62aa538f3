{{- define "switchboard.ingressRule" -}}
- {{ with .peers }}from: {{- toYaml . | nindent 4 }}
  {{ end }}ports: [{ port: {{ .port }}, protocol: TCP }]
{{- end }}

{{- define "switchboard.egressRule" -}}
- {{ with .peers }}to: {{- toYaml . | nindent 4 }}
  {{ end }}ports: [{ port: {{ .port }}, protocol: TCP }]
{{- end }}

{{- define "switchboard.dnsRule" -}}
- {{ with .Values.networkPolicy.to.dns }}to: {{- toYaml . | nindent 4 }}
  {{ end }}ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
{{- end }}

{{- define "switchboard.postgresqlRule" -}}
{{- $postgresql := .Values.postgresql -}}
{{- if eq $postgresql.mode "cloudnative-pg" -}}
{{ include "switchboard.egressRule" (dict "peers" (list (dict "podSelector" (dict "matchLabels" (dict "cnpg.io/cluster" $postgresql.cluster.name)))) "port" 5432) }}
{{- else -}}
{{ include "switchboard.egressRule" (dict "peers" .Values.networkPolicy.to.postgresql "port" $postgresql.external.port) }}
{{- end -}}
{{- end }}

{{- define "switchboard.kafkaRule" -}}
{{- $kafka := .Values.kafka -}}
{{- $peers := .Values.networkPolicy.to.kafka -}}
{{- if and (eq $kafka.mode "strimzi") (not $peers) -}}
{{- $peers = list (dict "podSelector" (dict "matchLabels" (dict "strimzi.io/cluster" $kafka.strimzi.cluster "strimzi.io/kind" "Kafka"))) -}}
{{- end -}}
{{- $ports := list -}}
{{- range splitList "," $kafka.bootstrapServers -}}
{{- $ports = append $ports (splitList ":" . | last | atoi) -}}
{{- end -}}
- {{ with $peers }}to: {{- toYaml . | nindent 4 }}
  {{ end }}ports:
    {{- range $ports | uniq }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
{{- end }}

{{/* The port of an address, or what its scheme means. */}}
{{- define "switchboard.urlPort" -}}
{{- $url := urlParse . -}}
{{- if contains ":" $url.host -}}
{{ splitList ":" $url.host | last }}
{{- else -}}
{{ eq $url.scheme "https" | ternary 443 80 }}
{{- end -}}
{{- end }}

{{- define "switchboard.jobPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "switchboard.name" . }}
  labels: {{- include "switchboard.labels" . | nindent 4 }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "-10"
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  podSelector:
    matchLabels: {{- include "switchboard.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "switchboard.dnsRule" .root | nindent 4 }}
    {{- .rule | nindent 4 }}
{{- end }}
