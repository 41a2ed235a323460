// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Switchboard::App;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void valuesSurvive()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.ini"));
        {
            Settings settings(file);
            QSignalSpy changed(&settings, &Settings::themeChanged);
            settings.setTheme(Settings::Theme::HighContrastLight);
            settings.setTheme(Settings::Theme::HighContrastLight);
            QCOMPARE(changed.count(), 1);
            settings.setTextScale(1.5);
            settings.setDensity(Settings::Density::Compact);
            settings.setMotion(Settings::Motion::Reduced);
            settings.setRail(true);
            settings.setPage(QStringLiteral("emit"));
            settings.setFirstStepsOver(true);
            settings.setSharingExplained(true);
            settings.setWindow(QRect(1, 2, 1000, 700), true);
        }
        const Settings settings(file);
        QCOMPARE(settings.theme(), Settings::Theme::HighContrastLight);
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.density(), Settings::Density::Compact);
        QCOMPARE(settings.motion(), Settings::Motion::Reduced);
        QVERIFY(settings.isRail());
        QCOMPARE(settings.page(), QStringLiteral("emit"));
        QVERIFY(settings.areFirstStepsOver());
        QVERIFY(settings.isSharingExplained());
        QCOMPARE(settings.windowGeometry(), QRect(1, 2, 1000, 700));
        QVERIFY(settings.isWindowMaximized());
    }

    void nonsenseReadsAsDefault()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("b.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[ui]\ntheme=Pink\ntextScale=nan\ndensity=7\nrail=@Invalid()\n[window]"
                   "\ngeometry=here\n");
        file.close();
        const Settings settings(file.fileName());
        QCOMPARE(settings.theme(), Settings::Theme::System);
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.density(), Settings::Density::Default);
        QVERIFY(!settings.isRail());
        QVERIFY(!settings.windowGeometry().isValid());
    }

    void textScaleStaysInItsRange()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("c.ini")));
        settings.setTextScale(9);
        QCOMPARE(settings.textScale(), 2.0);
        settings.setTextScale(0.1);
        QCOMPARE(settings.textScale(), 0.8);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
