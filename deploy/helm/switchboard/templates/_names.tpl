{{/* Name of a thing of this release; . is (dict "root" $ "name" "user-service"). */}}
{{- define "switchboard.name" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 52 | trimSuffix "-" }}
{{- end }}

{{/* What selects the pods of one component. */}}
{{- define "switchboard.selector" -}}
app.kubernetes.io/name: switchboard
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "switchboard.labels" -}}
{{ include "switchboard.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "switchboard.image" -}}
{{- $image := .root.Values.image -}}
{{ with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .name }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* Settings of one service: the defaults, and over them its own. As YAML, for fromYaml. */}}
{{- define "switchboard.settings" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name | default dict)) | toYaml }}
{{- end }}

{{/* An ISO 8601 duration of days or hours, as topics.yaml has them, in milliseconds. */}}
{{- define "switchboard.milliseconds" -}}
{{- if regexMatch "^P[0-9]+D$" . -}}
{{ mul (regexFind "[0-9]+" . | int64) 86400000 }}
{{- else if regexMatch "^PT[0-9]+H$" . -}}
{{ mul (regexFind "[0-9]+" . | int64) 3600000 }}
{{- else -}}
{{ fail (printf "files/topics.yaml has a duration that is neither PnD nor PTnH: %s" .) }}
{{- end -}}
{{- end }}

{{/* A variable from a Secret; . is (dict "name" "X" "secret" "y" "key" "z"). */}}
{{- define "switchboard.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: { name: {{ .secret }}, key: {{ .key }} }
{{- end }}

{{/* Restricted as Kubernetes' Pod Security Standards say, and with a root nobody can write to. */}}
{{- define "switchboard.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "switchboard.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}
