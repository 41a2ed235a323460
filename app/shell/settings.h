// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * What the window remembers from one launch to the next.
 *
 * An INI file that is written shortly after a change. Values that are out of range or of a wrong
 * kind read as the default.
 *
 * GUI thread.
 */
class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(Settings)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    /** 0.8 to 2 */
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(Density density READ density WRITE setDensity NOTIFY densityChanged FINAL)
    Q_PROPERTY(Motion motion READ motion WRITE setMotion NOTIFY motionChanged FINAL)
    Q_PROPERTY(bool rail READ isRail WRITE setRail NOTIFY railChanged FINAL)
    /** Id of the page that was open. */
    Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged FINAL)
    /** The first steps are all done, or were hidden. */
    Q_PROPERTY(bool firstStepsOver READ areFirstStepsOver WRITE setFirstStepsOver NOTIFY
            firstStepsOverChanged FINAL)
    /** The operator has read once what sharing means. */
    Q_PROPERTY(bool sharingExplained READ isSharingExplained WRITE setSharingExplained NOTIFY
            sharingExplainedChanged FINAL)

public:
    enum class Theme { System, Dark, Light, HighContrastDark, HighContrastLight };
    Q_ENUM(Theme)
    enum class Density { Compact, Default, Comfortable };
    Q_ENUM(Density)
    enum class Motion { System, Full, Reduced };
    Q_ENUM(Motion)

    /** @param file defaults to ~/.config/switchboard/switchboard.ini */
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    Theme theme() const;
    void setTheme(Theme theme);
    double textScale() const;
    void setTextScale(double scale);
    Density density() const;
    void setDensity(Density density);
    Motion motion() const;
    void setMotion(Motion motion);
    bool isRail() const;
    void setRail(bool rail);
    QString page() const;
    void setPage(const QString &page);
    bool areFirstStepsOver() const;
    void setFirstStepsOver(bool over);
    bool isSharingExplained() const;
    void setSharingExplained(bool explained);

    QRect windowGeometry() const;
    bool isWindowMaximized() const;
    void setWindow(const QRect &geometry, bool maximized);

Q_SIGNALS:
    void themeChanged();
    void textScaleChanged();
    void densityChanged();
    void motionChanged();
    void railChanged();
    void pageChanged();
    void firstStepsOverChanged();
    void sharingExplainedChanged();

private:
    template <typename Value>
    void set(const QString &key, const Value &value, void (Settings::*changed)());
    template <typename Enum> Enum choice(const QString &key, Enum fallback) const;

    QSettings m_file;
};

} // namespace Switchboard::App
