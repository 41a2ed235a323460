// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/presets.h"

#include "act/sendhistory.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "shell/undoqueue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr int fileVersion = 1;
constexpr qint64 maxFileBytes = 16 * 1024 * 1024;
constexpr int maxNameChars = 80;
constexpr int maxEventChars = 120;
constexpr auto saveDelay = 500ms;
constexpr auto resultTime = 2s;

std::optional<Presets::Preset> presetFrom(const QJsonValue &value)
{
    auto draft = EmitDraft::fromJson(value[u"emit"].toObject());
    if (!draft || !value[u"name"].isString()) {
        return std::nullopt;
    }
    return Presets::Preset{
        value[u"name"].toString(), std::clamp(value[u"key"].toInt(), 0, 9), std::move(*draft)};
}

Presets::Preset sample(
    const QString &name, const QString &event, const QString &nsp, const QString &json)
{
    EmitDraft draft;
    draft.event = event;
    draft.nsp = nsp;
    draft.arguments = {{DraftArgument::Type::Json, json}};
    return {name, 0, draft};
}

} // namespace

Presets::Presets(SendHistory &history, UndoQueue &undo, const QString &dataFolder, QObject *parent)
    : QAbstractListModel(parent)
    , m_history(history)
    , m_undo(undo)
    , m_file(QDir(dataFolder).filePath(QStringLiteral("presets.json")))
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &Presets::save);
    load();
}

Presets::~Presets()
{
    if (m_saveSoon.isActive()) {
        save();
    }
}

int Presets::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Presets::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Row &row = m_rows[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::Name:
        return displaySafe(row.preset.name, maxNameChars);
    case Role::Event:
        return displaySafe(row.preset.draft.event, maxEventChars);
    case Role::Target:
        return row.preset.draft.audienceText();
    case Role::KeyNumber:
        return row.preset.key;
    case Role::AsksForAck:
        return row.preset.draft.waitForAck;
    case Role::Sending:
        return row.isSending;
    case Role::Result:
        return row.result;
    }
    return {};
}

QHash<int, QByteArray> Presets::roleNames() const
{
    return {{int(Role::Name), "name"}, {int(Role::Event), "event"}, {int(Role::Target), "target"},
        {int(Role::KeyNumber), "keyNumber"}, {int(Role::AsksForAck), "asksForAck"},
        {int(Role::Sending), "sending"}, {int(Role::Result), "result"}};
}

int Presets::add(const QString &name, const EmitDraft &draft)
{
    if (count() >= maxCount) {
        return -1;
    }
    insert(count(), {name, freeKey(), draft});
    return count() - 1;
}

void Presets::replaceDraft(int row, const EmitDraft &draft)
{
    m_rows[std::size_t(row)].preset.draft = draft;
    changed(row);
}

void Presets::send(int row, bool byKey)
{
    Row &sending = m_rows[std::size_t(row)];
    const QString name = displaySafe(sending.preset.name, maxNameChars);
    const auto sent = m_history.send(sending.preset.draft);
    if (!sent) {
        Q_EMIT fired(name, 0, sent.error(), byKey);
        return;
    }
    sending.isSending = true;
    Q_EMIT dataChanged(index(row), index(row), {int(Role::Sending)});
    EmitRun *run = *sent;
    connect(run, &EmitRun::sendingEnded, this, [this, run, name, byKey, id = sending.id] {
        const int clients = int(std::min<qint64>(run->addressed(), INT_MAX));
        if (run->sent() == 0) {
            showResult(id, {});
            Q_EMIT fired(name, 0, tr("The server stopped before it was sent"), byKey);
            return;
        }
        showResult(id, tr("Sent to %1").arg(Format::count(clients)));
        Q_EMIT fired(name, clients, {}, byKey);
    });
}

bool Presets::fireKey(int number)
{
    for (int row = 0; row < count(); ++row) {
        if (number != 0 && preset(row).key == number) {
            send(row, true);
            return true;
        }
    }
    return false;
}

void Presets::rename(int row, const QString &name)
{
    m_rows[std::size_t(row)].preset.name = name;
    changed(row);
}

void Presets::setKey(int row, int number)
{
    for (int other = 0; other < count(); ++other) {
        if (other != row && number != 0 && preset(other).key == number) {
            m_rows[std::size_t(other)].preset.key = 0;
            changed(other);
        }
    }
    m_rows[std::size_t(row)].preset.key = std::clamp(number, 0, 9);
    changed(row);
}

void Presets::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= count() || to >= count()) {
        return;
    }
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto first = m_rows.begin();
    if (from < to) {
        std::rotate(first + from, first + from + 1, first + to + 1);
    } else {
        std::rotate(first + to, first + from, first + from + 1);
    }
    endMoveRows();
    m_saveSoon.start();
}

void Presets::remove(int row)
{
    const Preset preset = m_rows[std::size_t(row)].preset;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
    m_saveSoon.start();
    m_undo.push(tr("Preset %1 deleted").arg(displaySafe(preset.name, maxNameChars)),
        [this, row, preset] { insert(std::min(row, count()), preset); });
}

void Presets::addSamples()
{
    const QString chat = QStringLiteral("/chat");
    for (const Preset &preset : {
             sample(tr("Welcome banner"), QStringLiteral("announce"), chat,
                 QStringLiteral("{\n  \"text\": \"Welcome, everybody\",\n  \"at\": {{now}}\n}")),
             sample(tr("Chat message"), QStringLiteral("message"), chat,
                 QStringLiteral("{\n  \"room\": \"lobby\",\n  \"name\": \"operator\",\n"
                                "  \"text\": \"Message {{n}} from the operator\"\n}")),
             sample(tr("Score +10"), QStringLiteral("score"), chat,
                 QStringLiteral("{\n  \"add\": 10\n}")),
         }) {
        Preset copy = preset;
        copy.key = freeKey();
        if (count() < maxCount) {
            insert(count(), copy);
        }
    }
}

void Presets::insert(int row, Preset preset)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, Row{std::move(preset), false, {}, ++m_lastId});
    endInsertRows();
    Q_EMIT countChanged();
    m_saveSoon.start();
}

int Presets::freeKey() const
{
    for (int key = 1; key <= 9; ++key) {
        if (std::none_of(m_rows.begin(), m_rows.end(),
                [key](const Row &row) { return row.preset.key == key; })) {
            return key;
        }
    }
    return 0;
}

void Presets::changed(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
    m_saveSoon.start();
}

int Presets::rowOf(quint64 id) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void Presets::showResult(quint64 id, const QString &text)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    m_rows[std::size_t(row)].isSending = false;
    m_rows[std::size_t(row)].result = text;
    Q_EMIT dataChanged(index(row), index(row), {int(Role::Sending), int(Role::Result)});
    if (!text.isEmpty()) {
        QTimer::singleShot(resultTime, this, [this, id] { showResult(id, {}); });
    }
}

void Presets::load()
{
    QFile file(m_file);
    if (!file.exists()) {
        return;
    }
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly) && file.size() <= maxFileBytes) {
        document = QJsonDocument::fromJson(file.readAll());
    }
    file.close();
    if (document.object().value(u"version").toInt() != fileVersion) {
        const QString aside = m_file + u".unreadable";
        QFile::remove(aside);
        QFile::rename(m_file, aside);
        // Nobody can listen yet while this object is being made.
        QMetaObject::invokeMethod(
            this, [this, aside] { Q_EMIT failed(QStringLiteral("presets-bad"), {aside}); },
            Qt::QueuedConnection);
        return;
    }
    const QJsonArray presets = document.object().value(u"presets").toArray();
    for (const QJsonValue &value : presets) {
        const auto preset = presetFrom(value);
        if (preset && count() < maxCount) {
            m_rows.push_back({*preset, false, {}, ++m_lastId});
        }
    }
}

void Presets::save()
{
    QJsonArray presets;
    for (const Row &row : m_rows) {
        presets.append(QJsonObject{{QStringLiteral("name"), row.preset.name},
            {QStringLiteral("key"), row.preset.key},
            {QStringLiteral("emit"), row.preset.draft.toJson()}});
    }
    const QJsonObject root{
        {QStringLiteral("version"), fileVersion}, {QStringLiteral("presets"), presets}};
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const bool isSaved = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit();
    if (!isSaved) {
        Q_EMIT failed(QStringLiteral("disk"), {m_file, file.errorString()});
    }
}

} // namespace Switchboard::App
