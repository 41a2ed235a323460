// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/dashboard.h"

#include "act/clientactions.h"
#include "act/clientname.h"
#include "act/clientsview.h"
#include "act/composer.h"
#include "act/echotest.h"
#include "act/presets.h"
#include "act/sendhistory.h"
#include "core/clock.h"
#include "engine/activity.h"
#include "engine/lifecycle.h"
#include "engine/namespacesmodel.h"
#include "engine/problem.h"
#include "engine/servercontrol.h"
#include "format/format.h"
#include "shell/notifier.h"
#include "shell/palettemodel.h"
#include "shell/settings.h"
#include "shell/undoqueue.h"
#include "socketio/server.h"
#include "traffic/trafficpump.h"
#include "traffic/trafficstats.h"
#include "traffic/trafficview.h"

#include <QStandardPaths>

namespace Switchboard::App {

namespace {

constexpr int suggestedEvents = 50;

/** What the echo test asks for; see EchoTest. */
void answerEchoTest(Server &server)
{
    server.io().on("switchboard:echo",
        [](SocketIo::Socket &, const SocketIo::Event &event) { event.ack(event.args()); });
}

LaunchOptions withEcho(LaunchOptions options)
{
    options.prepare = [prepare = std::move(options.prepare)](Server &server) {
        answerEchoTest(server);
        return prepare ? prepare(server) : std::nullopt;
    };
    return options;
}

QString dataFolder(const DashboardOptions &options)
{
    return options.dataFolder.isEmpty()
        ? QString(
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/switchboard")
        : options.dataFolder;
}

Notices::Kind noticeKind(Problem::Level level)
{
    switch (level) {
    case Problem::Level::Info:
        return Notices::Kind::Info;
    case Problem::Level::Warning:
        return Notices::Kind::Warning;
    case Problem::Level::Error:
        return Notices::Kind::Error;
    }
    return Notices::Kind::Info;
}

} // namespace

/** Members in the order in which they need one another. */
struct Dashboard::Parts
{
    explicit Parts(DashboardOptions options)
        : settings(options.settingsFile)
        , undo(notifier)
        , server(host, withEcho(std::move(options.launch)))
        , pump(host.ring(), stats, clock)
        , traffic(pump, stats)
        , lifecycle(pump.ring())
        , clients(host, pump.clients())
        , clientActions(host, clients, notifier, undo)
        , sends(host, pump.clients())
        , presets(sends, undo, dataFolder(options))
        , composer({host, sends, presets, namespaces, pump.clients(), undo,
              [this] { return server.publicUrl(); }})
        , echoTest([this] { return server.engineUrl(); })
    { }

    SystemClock clock;
    EngineHost host;
    Settings settings;
    Notifier notifier;
    UndoQueue undo;
    ServerControl server;
    TrafficStats stats;
    TrafficPump pump;
    TrafficView traffic;
    Lifecycle lifecycle;
    Activity activity;
    NamespacesModel namespaces;
    ClientsView clients;
    ClientActions clientActions;
    SendHistory sends;
    Presets presets;
    Composer composer;
    EchoTest echoTest;
    PaletteModel palette;
};

Dashboard::Dashboard(DashboardOptions options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(options)))
{
    Parts &parts = *m_parts;
    connect(&parts.host, &EngineHost::namespacesTaken, &parts.namespaces, &NamespacesModel::take);
    connect(&parts.host, &EngineHost::problem, this, &Dashboard::report);
    connect(&parts.presets, &Presets::failed, this, &Dashboard::report);
    connect(&parts.server, &ServerControl::sharingFailed, &parts.notifier, &Notifier::error);
    connect(&parts.presets, &Presets::fired, this, &Dashboard::sayPresetFired);
    connect(&parts.server, &ServerControl::stateChanged, this,
        [&parts] { parts.traffic.setServerUrl(parts.server.url()); });
    watchTraffic();
    addSuggestions();
    addPaletteSources();
    parts.pump.start();
}

Dashboard::~Dashboard() = default;

void Dashboard::watchTraffic()
{
    Parts &parts = *m_parts;
    connect(&parts.host, &EngineHost::snapshotTaken, this, [&parts](const Snapshot &snapshot) {
        parts.stats.sample(snapshot.totals, parts.clock.wall().count());
    });
    connect(&parts.pump, &TrafficPump::drained, &parts.lifecycle, &Lifecycle::scan);
    connect(&parts.traffic, &TrafficView::cleared, this, [&parts](const QString &text) {
        parts.undo.push(text, [&parts] { parts.traffic.undoClear(); });
    });
    connect(&parts.traffic, &TrafficView::resendRequested, this, &Dashboard::sendAgain);
    connect(&parts.traffic, &TrafficView::editRequested, this,
        [this, &parts](const QString &event, const QString &nsp, const QString &arguments) {
            parts.composer.compose(event, nsp, arguments);
            Q_EMIT pageRequested(QStringLiteral("emit"), {});
        });
    connect(&parts.lifecycle, &Lifecycle::introduced, this, &Dashboard::nameClients);
    const auto name = [&parts](quint32 client) { return parts.pump.clients().label(client); };
    connect(
        &parts.lifecycle, &Lifecycle::connected, this, [&parts, name](quint32 client, qint64 time) {
            parts.activity.add(
                Activity::Kind::Connected, time, tr("%1 connected").arg(name(client)));
        });
    connect(&parts.lifecycle, &Lifecycle::left, this,
        [&parts, name](quint32 client, qint64 time, const QString &reason) {
            parts.clients.noteLeft(client, time, reason);
            parts.activity.add(
                Activity::Kind::Left, time, tr("%1 left, %2").arg(name(client), reason));
        });
    connect(&parts.lifecycle, &Lifecycle::joined, this,
        [&parts, name](quint32 client, qint64 time, const QString &room) {
            parts.activity.add(
                Activity::Kind::Joined, time, tr("%1 joined %2").arg(name(client), room));
        });
}

void Dashboard::nameClients(const QList<quint32> &clients)
{
    using Names = QList<std::pair<quint32, QString>>;
    m_parts->host.request(
        this,
        [clients](const Server &server) {
            Names names;
            for (const quint32 serial : clients) {
                if (const auto client = server.client(serial)) {
                    names.append({serial, clientName(*client)});
                }
            }
            return names;
        },
        [this](const Names &names) {
            for (const auto &[serial, name] : names) {
                m_parts->pump.clients().setName(serial, name);
            }
        });
}

void Dashboard::sendAgain(const EmitRequest &request, const QString &target)
{
    Notifier &notifier = m_parts->notifier;
    m_parts->host.emitEvents([request](const Server &) { return QList{request}; }, this,
        [&notifier, target](int clients) {
            notifier.success(clients == 1
                    ? tr("Sent again to %1, 1 client.").arg(target)
                    : tr("Sent again to %1, %2 clients.").arg(target, Format::count(clients)));
        });
}

void Dashboard::report(const QString &id, const QStringList &arguments)
{
    Parts &parts = *m_parts;
    const Problem problem = Problem::fromReport(id, arguments);
    std::function<void()> action;
    if (id == u"cors") {
        action = [&parts, origin = arguments.value(0)] { parts.server.allowOrigin(origin); };
    }
    parts.notifier.notify(
        noticeKind(problem.level), problem.sentence, action ? problem.action : QString(), action);
    parts.activity.add(Activity::Kind::Problem, parts.clock.wall().count(), problem.sentence);
}

void Dashboard::sayPresetFired(const QString &name, int clients, const QString &problem, bool byKey)
{
    Notifier &notifier = m_parts->notifier;
    if (!problem.isEmpty()) {
        notifier.error(tr("%1 was not sent. %2").arg(name, problem));
    } else if (byKey) {
        // A click shows the result in the row that was clicked.
        notifier.success(clients == 1
                ? tr("Sent %1 to 1 client.").arg(name)
                : tr("Sent %1 to %2 clients.").arg(name, Format::count(clients)));
    }
}

void Dashboard::addSuggestions()
{
    Parts &parts = *m_parts;
    EventSuggestions &suggestions = *parts.composer.suggestions();
    suggestions.addSource([&parts](const QString &typed) {
        std::vector<SeenEvent> events;
        const QStringList names = parts.stats.eventNames(typed, suggestedEvents);
        for (const QString &name : names) {
            events.push_back({name, false, parts.stats.eventRate(name),
                parts.stats.lastArguments(name).toUtf8()});
        }
        return events;
    });
    suggestions.addSource([&parts](const QString &) {
        std::vector<SeenEvent> events;
        for (int row = 0; row < parts.presets.count(); ++row) {
            events.push_back({parts.presets.preset(row).draft.event, true, 0, {}});
        }
        return events;
    });
}

void Dashboard::addPaletteSources()
{
    Parts &parts = *m_parts;
    parts.palette.addSource(
        [&parts](std::vector<PaletteItem> &items) {
            for (int row = 0; row < parts.presets.count(); ++row) {
                const QModelIndex index = parts.presets.index(row);
                const int key = parts.presets.preset(row).key;
                items.push_back({tr("Emit"), QStringLiteral("send"),
                    tr("Preset: %1").arg(index.data(int(Presets::Role::Name)).toString()),
                    index.data(int(Presets::Role::Event)).toString(),
                    key == 0 ? QString() : QStringLiteral("Alt+%1").arg(key),
                    [&parts, row] { parts.presets.fire(row); }, {}, {}});
            }
        },
        u'!');
    parts.palette.addSource(
        [this, &parts](std::vector<PaletteItem> &items) {
            const QStringList names = parts.stats.eventNames({}, suggestedEvents);
            for (const QString &name : names) {
                items.push_back({tr("Emit"), QStringLiteral("send"), tr("Emit %1").arg(name),
                    Format::rate(parts.stats.eventRate(name)), {},
                    [this, &parts, name] {
                        parts.composer.compose(name, parts.composer.nsp(), {});
                        Q_EMIT pageRequested(QStringLiteral("emit"), {});
                    },
                    {}, {}});
            }
        },
        u':');
}

void Dashboard::emitToCurrentClient()
{
    Parts &parts = *m_parts;
    const ClientInfo *client = parts.clients.client(parts.clients.current());
    if (client) {
        const QByteArray nsp
            = client->memberships.isEmpty() ? QByteArray("/") : client->memberships.first().nsp;
        parts.composer.composeFor(client->serial, QString::fromUtf8(nsp));
        Q_EMIT pageRequested(QStringLiteral("emit"), {});
    }
}

void Dashboard::showTrafficOfCurrentClient()
{
    Parts &parts = *m_parts;
    const ClientInfo *client = parts.clients.client(parts.clients.current());
    if (client) {
        const QString id = Format::shortId(QString::fromLatin1(client->sid));
        Q_EMIT pageRequested(QStringLiteral("traffic"), u"client:" + id);
    }
}

EngineHost &Dashboard::host()
{
    return m_parts->host;
}

ServerControl *Dashboard::server() const
{
    return &m_parts->server;
}

TrafficStats *Dashboard::stats() const
{
    return &m_parts->stats;
}

TrafficView *Dashboard::traffic() const
{
    return &m_parts->traffic;
}

NamespacesModel *Dashboard::namespaces() const
{
    return &m_parts->namespaces;
}

Activity *Dashboard::activity() const
{
    return &m_parts->activity;
}

ClientsView *Dashboard::clients() const
{
    return &m_parts->clients;
}

ClientActions *Dashboard::clientActions() const
{
    return &m_parts->clientActions;
}

Composer *Dashboard::composer() const
{
    return &m_parts->composer;
}

Presets *Dashboard::presets() const
{
    return &m_parts->presets;
}

SendHistory *Dashboard::sends() const
{
    return &m_parts->sends;
}

EchoTest *Dashboard::echoTest() const
{
    return &m_parts->echoTest;
}

Notifier *Dashboard::notifier() const
{
    return &m_parts->notifier;
}

Settings *Dashboard::settings() const
{
    return &m_parts->settings;
}

PaletteModel *Dashboard::palette() const
{
    return &m_parts->palette;
}

UndoQueue *Dashboard::undo() const
{
    return &m_parts->undo;
}

} // namespace Switchboard::App
