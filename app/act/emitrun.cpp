// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/emitrun.h"

#include "engine/enginehost.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "traffic/clientnames.h"

#include <QDateTime>

#include <algorithm>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr int maxBatch = 500;
constexpr qsizetype maxLatencies = 100'000;
constexpr int maxAnswerChars = 200;
constexpr auto finestPace = 10ms;

qint64 percentile95(std::vector<qint64> values)
{
    const auto place = values.begin() + std::ptrdiff_t((values.size() - 1) * 95 / 100);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

EmitRun::EmitRun(EngineHost &host, const ClientNames &names, EmitDraft draft, CompiledEmit emission,
    QObject *parent)
    : QAbstractListModel(parent)
    , m_host(host)
    , m_names(names)
    , m_draft(std::move(draft))
    , m_emission(std::move(emission))
    , m_startedAt(QDateTime::currentMSecsSinceEpoch() * 1000)
{
    m_pace.setTimerType(Qt::PreciseTimer);
    m_pace.setInterval(std::max(m_draft.repeatInterval, std::chrono::milliseconds(finestPace)));
    connect(&m_pace, &QTimer::timeout, this, &EmitRun::sendDue);
    // What was asked before a stop of the server is never answered.
    connect(&m_host, &EngineHost::stateChanged, this, [this] {
        if (m_host.state() != ServerState::Running) {
            endSending();
        }
    });
}

int EmitRun::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EmitRun::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const AckAnswer &row = m_rows[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::Client:
        return m_names.label(row.client);
    case Role::Answered:
        return row.answered;
    case Role::Answer:
        return row.answered
            ? displaySafe(row.payload, maxAnswerChars)
            : tr("no answer in %1").arg(Format::span(m_draft.ackTimeout.count() * 1000));
    case Role::Latency:
        return row.answered ? Format::span(row.latency.count()) : tr("timeout");
    }
    return {};
}

QHash<int, QByteArray> EmitRun::roleNames() const
{
    return {{int(Role::Client), "client"}, {int(Role::Answered), "answered"},
        {int(Role::Answer), "answer"}, {int(Role::Latency), "latency"}};
}

QString EmitRun::summary() const
{
    if (!waitsForAck()) {
        return m_addressed == 1 ? tr("Sent to 1 client")
                                : tr("Sent to %1 clients").arg(Format::count(m_addressed));
    }
    const QString acks
        = tr("%1 of %2 acks").arg(Format::count(m_answered), Format::count(m_addressed));
    return m_latencies.empty()
        ? acks
        : tr("%1, p95 %2").arg(acks, Format::span(percentile95(m_latencies)));
}

void EmitRun::start()
{
    m_isSending = true;
    m_since.start();
    if (total() > 1) {
        m_pace.start();
    }
    sendDue();
    Q_EMIT progressChanged();
}

void EmitRun::stop()
{
    endSending();
}

int EmitRun::due() const
{
    const qint64 interval = m_draft.repeatInterval.count();
    const qint64 byNow = interval == 0 ? total() : m_since.elapsed() / interval + 1;
    return int(std::min<qint64>(byNow, total())) - m_sent;
}

void EmitRun::sendDue()
{
    const int emits = std::min(due(), maxBatch);
    if (!m_isSending || m_isBatchOut || emits <= 0) {
        return;
    }
    m_isBatchOut = true;
    const auto produce = [emission = m_emission, first = m_sent + 1, emits](const Server &server) {
        QList<EmitRequest> requests;
        for (int i = 0; i < emits; ++i) {
            requests += emission.requests(server, first + i);
        }
        return requests;
    };
    m_host.emitEvents(
        produce, this, [this, emits](int clients) { taken(emits, clients); },
        waitsForAck()
            ? EngineHost::Answers([this](const QList<AckAnswer> &answers) { take(answers); })
            : EngineHost::Answers());
}

void EmitRun::taken(int emits, int clients)
{
    m_isBatchOut = false;
    m_sent += emits;
    m_addressed += clients;
    if (m_sent == total()) {
        endSending();
    } else {
        Q_EMIT progressChanged();
        sendDue();
    }
    Q_EMIT summaryChanged();
}

void EmitRun::take(const QList<AckAnswer> &answers)
{
    const int room = maxRows - count();
    const int added = std::min(room, int(answers.size()));
    if (added > 0) {
        beginInsertRows({}, count(), count() + added - 1);
        m_rows.insert(m_rows.end(), answers.begin(), answers.begin() + added);
        endInsertRows();
        Q_EMIT countChanged();
    }
    for (const AckAnswer &answer : answers) {
        ++m_answers;
        if (answer.answered) {
            ++m_answered;
            if (qsizetype(m_latencies.size()) < maxLatencies) {
                m_latencies.push_back(answer.latency.count());
            }
        }
    }
    Q_EMIT summaryChanged();
}

void EmitRun::endSending()
{
    m_pace.stop();
    if (std::exchange(m_isSending, false)) {
        Q_EMIT progressChanged();
        Q_EMIT summaryChanged();
        Q_EMIT sendingEnded();
    }
}

} // namespace Switchboard::App
