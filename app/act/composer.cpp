// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/composer.h"

#include "act/clientname.h"
#include "act/presets.h"
#include "act/sendhistory.h"
#include "engine/enginehost.h"
#include "engine/namespacesmodel.h"
#include "format/format.h"
#include "traffic/copyas.h"

#include <algorithm>
#include <array>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr auto reachInterval = 500ms;
constexpr int ackByDefaultUpTo = 100; // clients
constexpr qint64 confirmReach = 1'000; // clients
constexpr qint64 confirmSends = 10'000;
constexpr auto confirmInterval = 1ms; // a thousand a second

std::vector<AudienceMember> members(const QStringList &rooms, const QList<quint32> &clients)
{
    std::vector<AudienceMember> list;
    for (const QString &room : rooms) {
        list.push_back({room, 0});
    }
    for (const quint32 client : clients) {
        list.push_back({{}, client});
    }
    return list;
}

QByteArrayList utf8List(const QStringList &texts)
{
    QByteArrayList list;
    for (const QString &text : texts) {
        list.append(text.toUtf8());
    }
    return list;
}

/** The items of a JSON array, to be edited; nothing when it is none. */
QList<DraftArgument> prettyArguments(const QByteArray &array)
{
    QList<DraftArgument> list;
    const auto items = Json::splitArray(array);
    if (items) {
        for (const QByteArrayView item : *items) {
            if (list.size() < EmitDraft::maxArguments) {
                list.append({DraftArgument::Type::Json, QString::fromUtf8(Json::pretty(item))});
            }
        }
    }
    return list;
}

} // namespace

Composer::Composer(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_host(parts.host)
    , m_history(parts.history)
    , m_presets(parts.presets)
    , m_namespaces(parts.namespaces)
    , m_serverUrl(parts.serverUrl)
    , m_rooms(parts.names)
    , m_clients(parts.names)
    , m_exceptions(parts.names)
    , m_choices(parts.names)
    , m_arguments(parts.undo)
{
    m_reachTimer.setInterval(reachInterval);
    connect(&m_reachTimer, &QTimer::timeout, this, &Composer::askReach);
    for (AudienceModel *model : {&m_rooms, &m_clients, &m_exceptions}) {
        connect(model, &AudienceModel::changed, this, &Composer::onEdited);
    }
    connect(&m_arguments, &ArgumentsModel::edited, this, &Composer::onEdited);
    connect(&m_host, &EngineHost::stateChanged, this, &Composer::onEdited);
    connect(&m_host, &EngineHost::namespacesTaken, this, &Composer::updateNspWarning);
    connect(&m_host, &EngineHost::clientsTaken, this, [this](const QList<ClientInfo> &clients) {
        m_knownClients = clients;
        Q_EMIT knownClientsChanged();
    });
    check();
}

Composer::~Composer() = default;

void Composer::setActive(bool active)
{
    if (active == m_isActive) {
        return;
    }
    m_isActive = active;
    if (active) {
        m_host.watchClients();
        m_reachTimer.start();
        askReach();
        updateNspWarning();
    } else {
        m_host.unwatchClients();
        m_reachTimer.stop();
    }
    Q_EMIT activeChanged();
}

void Composer::setEvent(const QString &event)
{
    if (event != m_draft.event) {
        m_draft.event = event;
        Q_EMIT eventChanged();
        onEdited();
    }
}

QString Composer::eventProblem() const
{
    return m_draft.event.isEmpty() ? QString() : checkEventName(m_draft.event).value_or(QString());
}

void Composer::setNsp(const QString &nsp)
{
    const QString slashed = nsp.startsWith(u'/') ? nsp : QString(u'/' + nsp);
    if (slashed != m_draft.nsp) {
        m_draft.nsp = slashed;
        Q_EMIT nspChanged();
        updateNspWarning();
        onEdited();
    }
}

void Composer::setAudience(Audience audience)
{
    if (audience == this->audience()) {
        return;
    }
    m_draft.audience = EmitDraft::Audience(audience);
    if (!m_isAckChosen) {
        m_draft.waitForAck = audience == Audience::Clients;
        Q_EMIT optionsChanged();
    }
    Q_EMIT audienceChanged();
    onEdited();
}

AudienceModel *Composer::targets()
{
    return audience() == Audience::Clients ? &m_clients : &m_rooms;
}

QString Composer::reachText() const
{
    if (m_reach < 0) {
        return {};
    }
    if (m_reach == 0) {
        return tr("Nobody would receive this now");
    }
    return tr("Reaches %1 of %2 clients")
        .arg(Format::count(m_reach), Format::count(std::max(m_host.snapshot().clients, m_reach)));
}

void Composer::setWaitForAck(bool on)
{
    m_isAckChosen = true;
    m_draft.waitForAck = on;
    Q_EMIT optionsChanged();
    onEdited();
}

void Composer::setAckTimeout(int milliseconds)
{
    m_draft.ackTimeout = std::chrono::milliseconds(std::clamp(milliseconds, 100, 120'000));
    Q_EMIT optionsChanged();
}

void Composer::setVolatile(bool on)
{
    m_draft.isVolatile = on;
    Q_EMIT optionsChanged();
}

void Composer::setRepeats(bool on)
{
    m_draft.isRepeated = on;
    Q_EMIT optionsChanged();
    onEdited();
}

void Composer::setRepeatCount(int count)
{
    m_draft.repeatCount = std::clamp(count, 1, 1'000'000);
    Q_EMIT optionsChanged();
    onEdited();
}

void Composer::setRepeatInterval(int milliseconds)
{
    m_draft.repeatInterval = std::chrono::milliseconds(std::clamp(milliseconds, 0, 60'000));
    Q_EMIT optionsChanged();
    onEdited();
}

bool Composer::canSavePreset() const
{
    return !m_draft.event.isEmpty() && presetProblem().isEmpty();
}

QString Composer::presetProblem() const
{
    return draft().namesClients()
        ? tr("A preset goes to everyone or to rooms, because clients come and go")
        : QString();
}

EmitDraft Composer::draft() const
{
    EmitDraft draft = m_draft;
    draft.rooms = m_rooms.rooms();
    draft.clients = m_clients.clients();
    draft.exceptRooms = m_exceptions.rooms();
    draft.exceptClients = m_exceptions.clients();
    draft.arguments = m_arguments.arguments();
    return draft;
}

void Composer::load(const EmitDraft &draft)
{
    m_draft = draft;
    m_isAckChosen = true;
    m_rooms.set(members(draft.rooms, {}));
    m_clients.set(members({}, draft.clients));
    m_exceptions.set(members(draft.exceptRooms, draft.exceptClients));
    m_arguments.setArguments(draft.arguments);
    Q_EMIT eventChanged();
    Q_EMIT nspChanged();
    Q_EMIT audienceChanged();
    Q_EMIT optionsChanged();
    updateNspWarning();
    onEdited();
}

void Composer::clear()
{
    EmitDraft empty;
    empty.nsp = m_draft.nsp;
    load(empty);
    m_isAckChosen = false;
}

void Composer::composeFor(quint32 client, const QString &nsp)
{
    EmitDraft draft;
    draft.nsp = nsp;
    draft.audience = EmitDraft::Audience::Clients;
    draft.clients = {client};
    draft.waitForAck = true;
    load(draft);
}

void Composer::compose(const QString &event, const QString &nsp, const QString &argumentsJson)
{
    EmitDraft draft;
    draft.event = event;
    draft.nsp = nsp;
    draft.arguments = prettyArguments('[' + argumentsJson.toUtf8() + ']');
    load(draft);
}

void Composer::fillFromLast(int suggestion)
{
    const SeenEvent seen = m_suggestions.event(suggestion);
    setEvent(seen.name);
    if (m_arguments.count() == 0) {
        m_arguments.setArguments(prettyArguments(seen.lastArguments));
    }
}

QString Composer::code(Code format) const
{
    const auto emission = CompiledEmit::compile(draft());
    if (!emission) {
        return {};
    }
    const EmitRequest request = emission->request({});
    EventText text;
    text.kind = Kind::Out;
    text.flags = m_draft.waitForAck ? Traffic::AckAsked : 0;
    text.nsp = request.target.nsp;
    text.event = request.event;
    text.rooms = request.target.rooms;
    text.exceptRooms = request.target.exceptRooms;
    text.arguments = '[' + request.arguments.join(',') + ']';
    text.attachments = request.attachments;
    static constexpr std::array formats{CopyFormat::JavaScriptSend, CopyFormat::JavaScriptServer,
        CopyFormat::Python, CopyFormat::Curl, CopyFormat::Arguments, CopyFormat::Packet};
    return copyAs(formats[std::size_t(format)], text, m_serverUrl());
}

void Composer::savePreset(const QString &name)
{
    if (canSavePreset() && !name.trimmed().isEmpty()) {
        m_presets.add(name.trimmed(), draft());
    }
}

void Composer::loadPreset(int row)
{
    load(m_presets.preset(row).draft);
}

void Composer::loadHistory(int row)
{
    load(m_history.run(row)->draft());
}

void Composer::send()
{
    const EmitDraft draft = this->draft();
    const int broken = m_arguments.firstProblem();
    check();
    if (!canSend()) {
        if (broken >= 0) {
            m_arguments.setCurrent(broken);
        }
        return;
    }
    if (m_lastRun && m_lastRun->isSending() && m_lastRun->total() > 1) {
        return;
    }
    const qint64 packets = std::max(m_reach, 1) * qint64(draft.total());
    const bool isFast = draft.isRepeated && draft.repeatInterval < confirmInterval
        && draft.repeatCount > confirmReach;
    const bool isLarge = m_reach >= confirmReach || draft.total() > confirmSends || isFast;
    if (isLarge && m_confirmation.isEmpty()) {
        setConfirmation(tr("This sends %1 packets.").arg(Format::count(packets)));
        return;
    }
    setConfirmation({});
    show(m_history.send(draft));
}

void Composer::sendAgain(int row)
{
    show(m_history.send(m_history.run(row)->draft()));
}

void Composer::show(const Result<EmitRun *, QString> &run)
{
    if (!run) {
        m_blockReason = run.error();
        Q_EMIT canSendChanged();
        return;
    }
    m_lastRun = run.value();
    Q_EMIT lastRunChanged();
}

void Composer::stop()
{
    setConfirmation({});
    if (m_lastRun) {
        m_lastRun->stop();
    }
}

void Composer::findChoices(const QString &typed, bool rooms, bool clients)
{
    std::vector<AudienceMember> found;
    const QByteArray nsp = m_draft.nsp.toUtf8();
    const auto fits = [&](const QString &name) {
        return int(found.size()) < maxChoices && name.contains(typed, Qt::CaseInsensitive);
    };
    if (rooms) {
        for (const NamespaceInfo &info : m_namespaces.namespaces()) {
            for (const auto &[room, count] : info.rooms) {
                const QString name = QString::fromUtf8(room);
                if (info.name == nsp && fits(name)) {
                    found.push_back({name, 0});
                }
            }
        }
    }
    if (clients) {
        for (const auto &[client, membership] :
            receiversOf({nsp, {}, {}, {}, {}}, m_knownClients)) {
            if (fits(clientName(*client))) {
                found.push_back({{}, client->serial});
            }
        }
    }
    m_choices.set(std::move(found));
}

void Composer::addChoice(int row, bool isException)
{
    (isException ? m_exceptions : *targets()).add(m_choices.member(row));
}

void Composer::onEdited()
{
    setConfirmation({});
    check();
    if (m_isActive) {
        askReach();
    }
}

void Composer::check()
{
    QString reason;
    if (m_host.state() != ServerState::Running) {
        reason = tr("Start the server to send");
    } else if (const auto compiled = CompiledEmit::compile(draft()); !compiled) {
        reason = compiled.error().argument < 0
            ? compiled.error().sentence
            : tr("Fix argument %1 to send").arg(compiled.error().argument + 1);
    }
    m_blockReason = reason;
    Q_EMIT canSendChanged();
}

EmitTarget Composer::target() const
{
    EmitTarget target;
    target.nsp = m_draft.nsp.toUtf8();
    if (m_draft.audience == EmitDraft::Audience::Rooms) {
        target.rooms = utf8List(m_rooms.rooms());
    } else if (m_draft.audience == EmitDraft::Audience::Clients) {
        target.clients = m_clients.clients();
    }
    target.exceptRooms = utf8List(m_exceptions.rooms());
    target.exceptClients = m_exceptions.clients();
    return target;
}

void Composer::askReach()
{
    const EmitTarget target = this->target();
    const bool isNobodyNamed
        = (m_draft.audience == EmitDraft::Audience::Rooms && target.rooms.isEmpty())
        || (m_draft.audience == EmitDraft::Audience::Clients && target.clients.isEmpty());
    if (isNobodyNamed || m_host.state() != ServerState::Running) {
        setReach(-1);
        return;
    }
    m_host.request(
        this, [target](Server &server) { return server.reach(target); },
        [this](int reach) { setReach(reach); });
}

void Composer::setReach(int reach)
{
    // The number of all clients is part of the text, so it is told even when the reach stays.
    m_reach = reach;
    if (std::exchange(m_shownReach, reachText()) != m_shownReach) {
        Q_EMIT reachChanged();
    }
    if (!m_isAckChosen && m_draft.waitForAck && reach > ackByDefaultUpTo) {
        m_draft.waitForAck = false;
        Q_EMIT optionsChanged();
    }
}

void Composer::updateNspWarning()
{
    const bool isKnown = m_namespaces.contains(m_draft.nsp.toUtf8());
    const QString warning = isKnown || m_host.state() != ServerState::Running
        ? QString()
        : tr("No such namespace yet. Nobody would receive this.");
    if (warning != m_nspWarning) {
        m_nspWarning = warning;
        Q_EMIT nspWarningChanged();
    }
}

void Composer::setConfirmation(const QString &text)
{
    if (text != m_confirmation) {
        m_confirmation = text;
        Q_EMIT confirmationChanged();
    }
}

} // namespace Switchboard::App
