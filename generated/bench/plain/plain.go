// Package plain has the types that a careful person writes by hand for
// LiveChat's deliveries and any JSON library: no methods, unions as one wide
// struct, optional members as pointers.
package plain

import "encoding/json"

// Delivery is an envelope whose payload is decoded in a second step, once the
// action is known.
type Delivery struct {
	WebhookID      string          `json:"webhook_id"`
	SecretKey      string          `json:"secret_key"`
	Action         string          `json:"action"`
	LicenseID      *int64          `json:"license_id,omitzero"`
	OrganizationID *string         `json:"organization_id,omitzero"`
	AdditionalData *AdditionalData `json:"additional_data,omitzero"`
	Payload        json.RawMessage `json:"payload"`
	Data           json.RawMessage `json:"data"`
}

type AdditionalData struct {
	ChatProperties      Properties `json:"chat_properties,omitzero"`
	ChatPresenceUserIDs []string   `json:"chat_presence_user_ids,omitzero"`
}

type Properties map[string]map[string]any

type IncomingChatThread struct {
	Chat Chat `json:"chat"`
}

type IncomingEvent struct {
	ChatID   string `json:"chat_id"`
	ThreadID string `json:"thread_id"`
	Event    Event  `json:"event"`
}

type ThreadClosed struct {
	ChatID   string  `json:"chat_id"`
	ThreadID string  `json:"thread_id"`
	UserID   *string `json:"user_id,omitzero"`
}

type Chat struct {
	ID         string     `json:"id"`
	Users      []User     `json:"users"`
	Properties Properties `json:"properties"`
	Thread     Thread     `json:"thread"`
	Access     *Access    `json:"access,omitzero"`
}

type Access struct {
	GroupIDs []int64 `json:"group_ids"`
}

type Thread struct {
	ID               string          `json:"id"`
	Timestamp        *int64          `json:"timestamp,omitzero"`
	CreatedAt        *string         `json:"created_at,omitzero"`
	Active           *bool           `json:"active,omitzero"`
	UserIDs          []string        `json:"user_ids"`
	RestrictedAccess json.RawMessage `json:"restricted_access,omitzero"`
	Events           []Event         `json:"events,omitzero"`
	Order            *int64          `json:"order,omitzero"`
	Properties       Properties      `json:"properties,omitzero"`
	Access           *Access         `json:"access,omitzero"`
	Tags             []string        `json:"tags,omitzero"`
	PreviousThreadID *string         `json:"previous_thread_id,omitzero"`
	NextThreadID     *string         `json:"next_thread_id,omitzero"`
}

type User struct {
	ID                         string            `json:"id"`
	Type                       string            `json:"type"`
	Name                       *string           `json:"name,omitzero"`
	Email                      *string           `json:"email,omitzero"`
	Avatar                     *string           `json:"avatar,omitzero"`
	Present                    *bool             `json:"present,omitzero"`
	LastSeenTimestamp          *int64            `json:"last_seen_timestamp,omitzero"`
	EventsSeenUpTo             *string           `json:"events_seen_up_to,omitzero"`
	RoutingStatus              *string           `json:"routing_status,omitzero"`
	CreatedAt                  *string           `json:"created_at,omitzero"`
	AgentLastEventCreatedAt    *string           `json:"agent_last_event_created_at,omitzero"`
	CustomerLastEventCreatedAt *string           `json:"customer_last_event_created_at,omitzero"`
	Fields                     map[string]string `json:"fields,omitzero"`
	Statistics                 *Statistics       `json:"statistics,omitzero"`
	LastVisit                  *Visit            `json:"last_visit,omitzero"`
}

type Statistics struct {
	ChatsCount   *int64 `json:"chats_count,omitzero"`
	ThreadsCount *int64 `json:"threads_count,omitzero"`
	VisitsCount  *int64 `json:"visits_count,omitzero"`
}

type Visit struct {
	StartedAt   *string       `json:"started_at,omitzero"`
	Referrer    *string       `json:"referrer,omitzero"`
	IP          *string       `json:"ip,omitzero"`
	UserAgent   *string       `json:"user_agent,omitzero"`
	Geolocation *Geolocation  `json:"geolocation,omitzero"`
	LastPages   []VisitedPage `json:"last_pages,omitzero"`
}

type Geolocation struct {
	Country     *string `json:"country,omitzero"`
	CountryCode *string `json:"country_code,omitzero"`
	Region      *string `json:"region,omitzero"`
	City        *string `json:"city,omitzero"`
	Timezone    *string `json:"timezone,omitzero"`
}

type VisitedPage struct {
	OpenedAt *string `json:"opened_at,omitzero"`
	URL      *string `json:"url,omitzero"`
	Title    *string `json:"title,omitzero"`
}

type Event struct {
	ID                string          `json:"id"`
	Type              string          `json:"type"`
	CustomID          *string         `json:"custom_id,omitzero"`
	Order             *int64          `json:"order,omitzero"`
	Timestamp         *int64          `json:"timestamp,omitzero"`
	CreatedAt         *string         `json:"created_at,omitzero"`
	AuthorID          *string         `json:"author_id,omitzero"`
	Recipients        *string         `json:"recipients,omitzero"`
	Visibility        *string         `json:"visibility,omitzero"`
	Properties        Properties      `json:"properties,omitzero"`
	Text              *string         `json:"text,omitzero"`
	Postback          *Postback       `json:"postback,omitzero"`
	FormID            *string         `json:"form_id,omitzero"`
	Fields            []FormField     `json:"fields,omitzero"`
	ContentType       *string         `json:"content_type,omitzero"`
	Name              *string         `json:"name,omitzero"`
	URL               *string         `json:"url,omitzero"`
	Size              *int64          `json:"size,omitzero"`
	Width             *int64          `json:"width,omitzero"`
	Height            *int64          `json:"height,omitzero"`
	SystemMessageType *string         `json:"system_message_type,omitzero"`
	TextVars          map[string]any  `json:"text_vars,omitzero"`
	TemplateID        *string         `json:"template_id,omitzero"`
	Content           json.RawMessage `json:"content,omitzero"`
}

type FormField struct {
	Type   string          `json:"type"`
	ID     *string         `json:"id,omitzero"`
	Label  string          `json:"label"`
	Answer json.RawMessage `json:"answer,omitzero"`
}

type Postback struct {
	ID       string  `json:"id"`
	ThreadID string  `json:"thread_id"`
	EventID  string  `json:"event_id"`
	Type     *string `json:"type,omitzero"`
	Value    *string `json:"value,omitzero"`
}
