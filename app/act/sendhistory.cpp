// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/sendhistory.h"

#include "engine/enginehost.h"
#include "format/displaysafe.h"
#include "format/format.h"

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxEventChars = 120;

} // namespace

SendHistory::SendHistory(EngineHost &host, const ClientNames &names, QObject *parent)
    : QAbstractListModel(parent)
    , m_host(host)
    , m_names(names)
{ }

SendHistory::~SendHistory() = default;

int SendHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SendHistory::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const EmitRun &run = *m_runs[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::Event:
        return displaySafe(run.draft().event, maxEventChars);
    case Role::Target:
        return run.draft().audienceText();
    case Role::Time:
        return Format::clock(run.startedAt());
    case Role::Summary:
        return run.summary();
    }
    return {};
}

QHash<int, QByteArray> SendHistory::roleNames() const
{
    return {{int(Role::Event), "event"}, {int(Role::Target), "target"}, {int(Role::Time), "time"},
        {int(Role::Summary), "summary"}};
}

Result<EmitRun *, QString> SendHistory::send(const EmitDraft &draft)
{
    if (m_host.state() != ServerState::Running) {
        return tr("The server is not running");
    }
    auto emission = CompiledEmit::compile(draft);
    if (!emission) {
        return emission.error().sentence;
    }
    if (count() == maxRuns) {
        beginRemoveRows({}, maxRuns - 1, maxRuns - 1);
        m_runs.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_runs.push_front(
        std::make_unique<EmitRun>(m_host, m_names, draft, std::move(*emission), nullptr));
    endInsertRows();
    Q_EMIT countChanged();
    EmitRun *run = m_runs.front().get();
    connect(run, &EmitRun::summaryChanged, this, [this, run] { changed(run); });
    run->start();
    return run;
}

void SendHistory::changed(const EmitRun *run)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
        [run](const std::unique_ptr<EmitRun> &candidate) { return candidate.get() == run; });
    if (found != m_runs.end()) {
        const QModelIndex row = index(int(found - m_runs.begin()));
        Q_EMIT dataChanged(row, row, {int(Role::Summary)});
    }
}

} // namespace Switchboard::App
