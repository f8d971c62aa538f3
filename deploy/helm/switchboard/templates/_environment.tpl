{{/* JDBC address of a service's database. */}}
{{- define "switchboard.databaseUrl" -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $database := (index $postgresql.databases .name).database -}}
{{- $ca := "/etc/switchboard/postgresql/ca.crt" -}}
{{- if eq $postgresql.mode "cloudnative-pg" -}}
jdbc:postgresql://{{ $postgresql.cluster.name }}-rw:5432/{{ $database }}?sslmode=verify-full&sslrootcert={{ $ca }}
{{- else -}}
jdbc:postgresql://{{ $postgresql.external.host }}:{{ $postgresql.external.port }}/{{ $database }}?sslmode={{ $postgresql.external.sslMode }}{{ with $postgresql.external.caSecret }}&sslrootcert={{ $ca }}{{ end }}
{{- end -}}
{{- end }}

{{/* Names of the Secrets with the certificates of who signed the servers' ones; empty: none. */}}
{{- define "switchboard.postgresqlCa" -}}
{{- $postgresql := .Values.postgresql -}}
{{ eq $postgresql.mode "cloudnative-pg" | ternary (printf "%s-ca" $postgresql.cluster.name) $postgresql.external.caSecret }}
{{- end }}

{{- define "switchboard.kafkaCa" -}}
{{- $kafka := .Values.kafka -}}
{{ eq $kafka.mode "strimzi" | ternary (printf "%s-cluster-ca-cert" $kafka.strimzi.cluster) $kafka.caSecret }}
{{- end }}

{{- define "switchboard.kafkaProtocol" -}}
{{ eq .Values.kafka.mode "strimzi" | ternary "SASL_SSL" .Values.kafka.securityProtocol }}
{{- end }}

{{- define "switchboard.kafkaUserSecret" -}}
{{- if eq .root.Values.kafka.mode "strimzi" -}}
{{ include "switchboard.name" . }}
{{- else -}}
{{ .root.Values.kafka.userSecret | replace "{service}" .name }}
{{- end -}}
{{- end }}

{{/* How to talk to Kafka; prefix is what the reader has in front of the client's settings. */}}
{{- define "switchboard.kafkaVariables" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $protocol := include "switchboard.kafkaProtocol" .root -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
{{- if ne $protocol "PLAINTEXT" }}
- name: {{ .prefix }}SECURITY_PROTOCOL
  value: {{ $protocol }}
{{- end }}
{{- if hasPrefix "SASL" $protocol }}
- name: {{ .prefix }}SASL_MECHANISM
  value: {{ eq $kafka.mode "strimzi" | ternary "SCRAM-SHA-512" $kafka.saslMechanism }}
{{ include "switchboard.secretVariable" (dict "name" (print .prefix "SASL_JAAS_CONFIG") "secret" .secret "key" "sasl.jaas.config") }}
{{- end }}
{{- if include "switchboard.kafkaCa" .root }}
- name: {{ .prefix }}SSL_TRUSTSTORE_TYPE
  value: PEM
- name: {{ .prefix }}SSL_TRUSTSTORE_LOCATION
  value: /etc/switchboard/kafka/ca.crt
{{- end }}
{{- end }}

{{/* What every service is told. */}}
{{- define "switchboard.commonVariables" -}}
- name: SERVER_PORT
  value: "8080"
- name: MANAGEMENT_SERVER_PORT
  value: "8090"
- name: TRACING_SAMPLING
  value: {{ .root.Values.tracing.sampling | quote }}
- name: TRACING_EXPORT
  value: {{ .root.Values.tracing.enabled | quote }}
{{- if .root.Values.tracing.enabled }}
- name: MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT
  value: {{ .root.Values.tracing.endpoint | quote }}
{{- end }}
{{- with .settings.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{ include "switchboard.kafkaVariables" (dict "root" .root "prefix" "SPRING_KAFKA_PROPERTIES_" "secret" (include "switchboard.kafkaUserSecret" .)) }}
{{- range $name, $value := .settings.environment }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{/* What a service with a database is told. It never hears of the owner: migrations are a Job's. */}}
{{- define "switchboard.databaseVariables" -}}
{{- $database := index .root.Values.postgresql.databases .name -}}
# The ordinal: a consumer that is back under its old name goes on at once (ADR 3).
- name: SWITCHBOARD_INSTANCE
  valueFrom:
    fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" }
- name: SPRING_FLYWAY_ENABLED
  value: "false"
- name: DATABASE_URL
  value: {{ include "switchboard.databaseUrl" . | quote }}
- name: DATABASE_USER
  value: {{ $database.role }}
{{ include "switchboard.secretVariable" (dict "name" "DATABASE_PASSWORD" "secret" $database.secret "key" "password") }}
- name: SWITCHBOARD_JWKS_URI
  value: http://{{ eq .name "user-service" | ternary "localhost" (include "switchboard.name" (dict "root" .root "name" "user-service")) }}:8080/.well-known/jwks.json
{{- end }}

{{/* Certificates and room for temporary files. */}}
{{- define "switchboard.mounts" -}}
- { name: tmp, mountPath: /tmp }
{{- if include "switchboard.kafkaCa" .root }}
- { name: kafka-ca, mountPath: /etc/switchboard/kafka, readOnly: true }
{{- end }}
{{- if and .database (include "switchboard.postgresqlCa" .root) }}
- { name: postgresql-ca, mountPath: /etc/switchboard/postgresql, readOnly: true }
{{- end }}
{{- end }}

{{- define "switchboard.volumes" -}}
- name: tmp
  emptyDir: { sizeLimit: 256Mi }
{{- with include "switchboard.kafkaCa" .root }}
- name: kafka-ca
  secret: { secretName: {{ . }}, items: [{ key: ca.crt, path: ca.crt }] }
{{- end }}
{{- if .database }}
{{- with include "switchboard.postgresqlCa" .root }}
- name: postgresql-ca
  secret: { secretName: {{ . }}, items: [{ key: ca.crt, path: ca.crt }] }
{{- end }}
{{- end }}
{{- end }}
