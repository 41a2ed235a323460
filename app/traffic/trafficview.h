// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "server.h"
#include "traffic/eventdetail.h"
#include "traffic/filterindex.h"
#include "traffic/rowtext.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include <optional>
#include <vector>

namespace Switchboard::App {

class TrafficPump;
class TrafficStats;

/**
 * The window into the traffic: as many rows as fit on the screen, whatever the rate.
 *
 * The model has visibleRows rows for ever; scrolling and new events change what they say, with one
 * dataChanged at most per turn, ten times a second above 200 events per second. Rows are inserted
 * and removed only when the height changes. Follow, pause, clear, filter and selection live here;
 * a selection is a set of events, not of places.
 *
 * GUI thread. The pump and the stats outlive it.
 */
class TrafficView : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(TrafficView)
    /** Somebody can see it; otherwise nothing is refreshed. */
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    /** Height of the list in rows, with its fraction. */
    Q_PROPERTY(double pageRows READ pageRows WRITE setPageRows NOTIFY pageRowsChanged FINAL)
    /** Index of the row at the top edge, with its fraction. */
    Q_PROPERTY(double top READ top WRITE setTop NOTIFY topChanged FINAL)
    /** Rows that match. */
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged FINAL)
    Q_PROPERTY(bool follow READ follows WRITE setFollow NOTIFY followChanged FINAL)
    Q_PROPERTY(bool paused READ isPaused WRITE setPaused NOTIFY pausedChanged FINAL)
    /** "Paused at 14:32:07. 12,408 events since then." */
    Q_PROPERTY(QString pausedText READ pausedText NOTIFY pulse FINAL)
    /** "1,204 new, jump to newest"; empty when there is nothing new. */
    Q_PROPERTY(QString newText READ newText NOTIFY pulse FINAL)
    /** Said once when rows under the eye were dropped; empty otherwise. */
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)
    /** "104,218 ev/s, view refreshes 10×/s"; empty at calm rates. */
    Q_PROPERTY(QString busyText READ busyText NOTIFY pulse FINAL)
    /** "Keeping 1 of 8 payloads"; empty when all are kept. */
    Q_PROPERTY(QString thinText READ thinText NOTIFY pulse FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    /** Why the text is not a filter and what to try, where; empty when it is one. */
    Q_PROPERTY(QString filterError READ filterError NOTIFY filterChanged FINAL)
    Q_PROPERTY(int filterErrorPosition READ filterErrorPosition NOTIFY filterChanged FINAL)
    Q_PROPERTY(int filterErrorLength READ filterErrorLength NOTIFY filterChanged FINAL)
    /** "18,204 matches" or "Searching 62 %, 1,204 so far". */
    Q_PROPERTY(QString filterStatus READ filterStatus NOTIFY countChanged FINAL)
    /** "Payloads of 120,000 older events are no longer kept and were not searched." */
    Q_PROPERTY(QString filterCost READ filterCost NOTIFY countChanged FINAL)
    Q_PROPERTY(bool searching READ isSearching NOTIFY countChanged FINAL)
    /** Why the list is empty. */
    Q_PROPERTY(Empty empty READ empty NOTIFY countChanged FINAL)
    /** Chips: whether each group shows, and its rows per second. */
    Q_PROPERTY(QList<bool> shownGroups READ shownGroups NOTIFY groupsChanged FINAL)
    Q_PROPERTY(QStringList groupRates READ groupRates NOTIFY groupRatesChanged FINAL)
    /** Groups that usually show and do not now. */
    Q_PROPERTY(int hiddenKinds READ hiddenKinds NOTIFY groupsChanged FINAL)
    Q_PROPERTY(Switchboard::App::EventDetail *detail READ detail CONSTANT FINAL)
    /** Index of the current row in the list, -1 when it is not among the matches. */
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY currentChanged FINAL)
    Q_PROPERTY(bool hasCurrent READ hasCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(bool currentHidden READ isCurrentHidden NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString serverUrl READ serverUrl WRITE setServerUrl NOTIFY serverUrlChanged FINAL)

public:
    enum Role {
        Row = Qt::UserRole + 1, // id; 0 behind the last row
        Time,
        KindRole,
        EventName,
        Count,
        Nsp,
        Client,
        Target,
        Args,
        Size,
        Ack,
        Late,
        Selected,
        Marked,
        Label,
    };

    enum class Group : quint8 { In, Out, Acks, Lifecycle, Errors, Ping };
    Q_ENUM(Group)

    enum class Empty : quint8 { NotEmpty, NoTraffic, NoMatch, Cleared };
    Q_ENUM(Empty)

    enum class Select : quint8 { Only, Toggle, Extend };
    Q_ENUM(Select)

    static constexpr int mostSelected = 10'000;

    TrafficView(TrafficPump &pump, const TrafficStats &stats, QObject *parent = nullptr);
    ~TrafficView() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool isActive() const { return m_active; }

    void setActive(bool active);

    double pageRows() const { return m_pageRows; }

    void setPageRows(double rows);

    double top() const { return m_top; }

    void setTop(double top);

    int count() const { return int(m_index.count()); }

    QString countText() const;

    bool follows() const { return m_follow; }

    void setFollow(bool follow);

    bool isPaused() const { return m_paused.has_value(); }

    void setPaused(bool paused);
    QString pausedText() const;
    QString newText() const;

    const QString &notice() const { return m_notice; }

    QString busyText() const;
    QString thinText() const;

    const QString &filter() const { return m_filterText; }

    void setFilter(const QString &text);
    QString filterError() const;
    int filterErrorPosition() const;
    int filterErrorLength() const;
    QString filterStatus() const;
    QString filterCost() const;

    bool isSearching() const { return m_index.isSearching(); }

    Empty empty() const;
    QList<bool> shownGroups() const;

    const QStringList &groupRates() const { return m_groupRates; }

    int hiddenKinds() const;

    EventDetail *detail() { return &m_detail; }

    int currentIndex() const;

    bool hasCurrent() const { return m_current != 0; }

    bool isCurrentHidden() const { return m_current != 0 && currentIndex() < 0; }

    const QString &serverUrl() const { return m_serverUrl; }

    void setServerUrl(const QString &url);

    Q_INVOKABLE void scrollBy(double rows);
    /** Leaves the pause, but not the place. */
    Q_INVOKABLE void resumeHere();
    /** Hides what is there until undoClear(); nothing is deleted. */
    Q_INVOKABLE void clear();
    Q_INVOKABLE void undoClear();
    Q_INVOKABLE void toggleGroup(Switchboard::App::TrafficView::Group group);
    Q_INVOKABLE void showOnlyGroup(Switchboard::App::TrafficView::Group group);
    /** All but ping and pong. */
    Q_INVOKABLE void showUsualGroups();
    /** @param row among the visible ones */
    Q_INVOKABLE void selectRow(int row, Switchboard::App::TrafficView::Select how);
    Q_INVOKABLE void moveCurrent(int by, Switchboard::App::TrafficView::Select how);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection();
    Q_INVOKABLE void markCurrent();
    Q_INVOKABLE void moveToMark(bool forward);
    /** Takes filter and chips away and goes to the current event. */
    Q_INVOKABLE void showAround();
    /** Selected rows as text on the clipboard. @return how many */
    Q_INVOKABLE int copyRows() const;
    /** Writes a term into the filter: event, client, nsp or room of the current event. */
    Q_INVOKABLE void filterByCurrent(const QString &field, bool hide, bool alternative);
    Q_INVOKABLE void addToFilter(const QString &term, bool alternative = false);
    /** Value of @p field of the current event, empty when it has none. */
    Q_INVOKABLE QString currentValue(const QString &field) const;
    /** Sends the current event of the server again, to the same target as it is now. */
    Q_INVOKABLE void resend();
    /** Opens the current event for editing. */
    Q_INVOKABLE void edit();
    /** after: and before: for a part of the timeline, µs since 1970; an empty part takes them away.
     */
    Q_INVOKABLE void filterByTime(double from, double to);

    /** Namespaces, clients or rooms of the newest rows, each once, newest first. */
    QStringList recentValues(FilterField field) const;

    /** Gives the client a name that all its rows show. */
    void setClientName(quint32 serial, const QString &name);

Q_SIGNALS:
    void activeChanged();
    void pageRowsChanged();
    void topChanged();
    void countChanged();
    void followChanged();
    void pausedChanged();
    void noticeChanged();
    void filterChanged();
    void groupsChanged();
    void groupRatesChanged();
    void currentChanged();
    void serverUrlChanged();
    /** Twice a second, for texts that count. */
    void pulse();
    /** "Cleared 18,204 events"; undoClear() takes it back. */
    void cleared(const QString &text);
    /** @p target as shown: "room lobby" */
    void resendRequested(const Switchboard::EmitRequest &request, const QString &target);
    /** @p argumentsJson: raw arguments separated by commas */
    void editRequested(const QString &event, const QString &nsp, const QString &argumentsJson);

private:
    /** What the eye sees stays, even when the ring moves past it. */
    struct Pause
    {
        qint64 time = 0;
        RowId end = 0;
        QHash<RowId, KeptEvent> kept;
    };

    void advance(qsizetype newRows);
    void turn();
    void refreshRows();
    void searchOn();
    void restartSearch(RowId seek);
    void applyKinds();
    void keepAtEnd();
    void moveTop(double top);
    double lastTop() const;
    RowId idAtTop() const;
    void setCurrent(RowId id);
    void showCurrent();
    RowText rowText(qsizetype index) const;
    void scrollTo(RowId id);
    void setNotice(const QString &notice);

    TrafficPump &m_pump;
    const TrafficStats &m_stats;
    EventRing &m_ring;
    FilterIndex m_index;
    RowWriter m_writer;
    EventDetail m_detail;
    std::vector<RowText> m_rows;
    double m_pageRows = 0;
    double m_top = 0;
    bool m_active = false;
    bool m_follow = true;
    int m_turnsToSkip = 0;
    qsizetype m_newRows = 0; // since the view stopped following
    std::optional<Pause> m_paused;
    QString m_notice;
    QString m_filterText;
    std::optional<FilterError> m_filterError;
    quint32 m_shownGroups;
    QStringList m_groupRates;
    RowId m_current = 0;
    RowId m_anchor = 0;
    QSet<RowId> m_selected;
    std::optional<RowId> m_seek; // to be scrolled to when the search has come that far
    RowId m_floorBeforeClear = 1;
    qsizetype m_lastCount = 0;
    double m_lastProgress = 1;
    QString m_serverUrl;
    QTimer m_searchTimer;
    QTimer m_pulseTimer;
};

} // namespace Switchboard::App
