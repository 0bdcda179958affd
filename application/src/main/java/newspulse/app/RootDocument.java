package newspulse.app;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.http.Answers;
import newspulse.http.Health;

import java.util.EnumSet;
import java.util.Set;

/// What `GET /` tells programs: who is here, and how it is.
final class RootDocument implements HttpService {
    private final Set<Role> roles;
    private final Platform platform;
    private final Health health;
    private final Services services;

    RootDocument(Set<Role> roles, Platform platform, Health health, Services services) {
        this.roles = roles;
        this.platform = platform;
        this.health = health;
        this.services = services;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(
                services.apiStats()
                        .thenApply(stats ->
                                Answers.json(
                                        HttpStatus.OK,
                                        json -> {
                                            json.writeStartObject();
                                            json.writeStringProperty("service", name());
                                            json.writeStringProperty("version", platform.version());
                                            json.writeStringProperty("status", health.status());
                                            if (roles.contains(Role.PRODUCER)) {
                                                json.writeStringProperty(
                                                        "kafka_topic",
                                                        platform.kafka().inputTopic());
                                            } else if (roles.contains(Role.API)) {
                                                json.writeStringProperty(
                                                        "kafka_topic",
                                                        platform.kafka().outputTopic());
                                            }
                                            stats.ifPresent(some -> {
                                                json.writeName("stats");
                                                json.writeStartObject();
                                                json.writeNumberProperty(
                                                        "total_analyzed", some.totalAnalyzed());
                                                json.writeNumberProperty(
                                                        "recent_count", some.recentCount());
                                                json.writeEndObject();
                                            });
                                            json.writeEndObject();
                                        })));
    }

    private String name() {
        if (roles.equals(EnumSet.allOf(Role.class))) {
            return "newspulse";
        }
        var name = new StringBuilder("newspulse");
        roles.forEach(role -> name.append('-').append(role.label()));
        return name.toString();
    }
}
