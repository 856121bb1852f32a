"""What many sites call the same: kinds of resources and common topics, in the languages of their editors.

One term a line: its English name, then its other names between strokes; case, plurals and hyphens do not count. A person's
own edits (`gleanery terms`) go before this table.
"""

from __future__ import annotations

COMMON_TERMS = """
Publications: Publication | Publicaciones | Publicações | Publikationen | Veröffentlichungen | Pubblicazioni |
    Publicaties | Publikationer | Publikasjoner | Julkaisut | Publikacje | Publikace | Публикации | Публікації |
    Publicații | Yayınlar | المنشورات | منشورات | الإصدارات | انتشارات | פרסומים | प्रकाशन | প্রকাশনা |
    สิ่งพิมพ์ | Ấn phẩm | Publikasi | 出版物 | 刊行物 | 간행물
News: Nouvelles | Actualités | Actualité | Noticias | Notícias | Nachrichten | Aktuelles | Neuigkeiten | Notizie |
    Nieuws | Nyheter | Nyheder | Uutiset | Aktualności | Aktuality | Новости | Новини | Știri | Νέα | Haberler |
    أخبار | الأخبار | اخبار | חדשות | समाचार | সংবাদ | ข่าว | Tin tức | Berita | 新闻 | 新聞 | ニュース |
    お知らせ | 뉴스 | Habari
Reports: Report | Rapports | Informes | Relatórios | Berichte | Rapporti | Rapporten | Rapporter | Raportit |
    Raporty | Zprávy | Доклады | Отчёты | Отчеты | Звіти | Доповіді | Rapoarte | Εκθέσεις | Raporlar | تقارير |
    التقارير | گزارش‌ها | דוחות | रिपोर्ट | প্রতিবেদন | รายงาน | Báo cáo | Laporan | 报告 | 報告 | 報告書 |
    보고서 | Ripoti
Annual reports: Rapports annuels | Informes anuales | Relatórios anuais | Jahresberichte | Rapporti annuali |
    Jaarverslagen | Годовые отчёты | Годовые отчеты | التقارير السنوية | 年度报告 | 年次報告書 | 연차 보고서
Guidance: Lignes directrices | Directrices | Orientaciones | Orientações | Diretrizes | Leitlinien | Linee guida |
    Richtlijnen | Riktlinjer | Retningslinjer | Wytyczne | Рекомендации | Руководящие принципы | مبادئ توجيهية |
    إرشادات | 指南 | ガイドライン | 지침 | Panduan | แนวทาง
Press releases: Communiqués de presse | Comunicados de prensa | Comunicados de imprensa | Pressemitteilungen |
    Pressemeldungen | Comunicati stampa | Persberichten | Pressmeddelanden | Pressemeddelelser |
    Komunikaty prasowe | Tiskové zprávy | Пресс-релизы | Прес-релізи | Comunicate de presă | Basın bültenleri |
    بيانات صحفية | 新闻稿 | プレスリリース | 보도자료 | Siaran pers | Thông cáo báo chí
Events: Événements | Évènements | Eventos | Veranstaltungen | Eventi | Evenementen | Evenemang | Tapahtumat |
    Wydarzenia | События | Мероприятия | Події | Evenimente | Εκδηλώσεις | Etkinlikler | فعاليات | الفعاليات |
    活动 | イベント | 행사 | Sự kiện | กิจกรรม | Acara
Videos: Vidéos | Vídeos | Видео | Відео | فيديو | 视频 | 動画 | 동영상
Case studies: Études de cas | Estudios de caso | Estudos de caso | Fallstudien | Casi di studio |
    Тематические исследования | دراسات حالة | 案例研究 | 事例研究 | 사례 연구
Training: Capacitación | Formación | Formação | Capacitação | Schulung | Ausbildung | Formazione | Opleiding |
    Utbildning | Szkolenia | Обучение | Навчання | Eğitimler | تدريب | 培训 | 研修 | Pelatihan | การฝึกอบรม
Legislation: Législation | Legislación | Legislação | Gesetzgebung | Legislazione | Wetgeving | Lagstiftning |
    Законодательство | Законодавство | Legislație | Νομοθεσία | Mevzuat | التشريعات | تشريعات | 立法 | 法令 | 법령
Case law: Jurisprudence | Jurisprudencia | Jurisprudência | Rechtsprechung | Giurisprudenza | Jurisprudentie |
    Судебная практика | Судова практика | 判例法
Research: Recherche | Investigación | Pesquisa | Forschung | Ricerca | Onderzoek | Forskning | Tutkimus |
    Badania | Výzkum | Исследования | Дослідження | Cercetare | Έρευνα | Araştırma | بحوث | البحوث | أبحاث |
    研究 | 연구 | Nghiên cứu | Penelitian | งานวิจัย
Statistics: Statistiques | Estadísticas | Estatísticas | Statistiken | Statistik | Statistiche | Statistieken |
    Статистика | İstatistikler | إحصاءات | 统计 | 統計 | 통계 | สถิติ
Health: Santé | Salud | Saúde | Gesundheit | Sanità | Gezondheid | Hälsa | Sundhed | Helse | Terveys | Zdrowie |
    Zdraví | Здоровье | Здоров’я | Sănătate | Υγεία | Sağlık | الصحة | سلامت | בריאות | स्वास्थ्य | স্বাস্থ্য |
    สุขภาพ | Sức khỏe | Kesehatan | 健康 | 卫生 | 건강 | 보건 | Afya
Mental health: Santé mentale | Salud mental | Saúde mental | Psychische Gesundheit | Salute mentale |
    Geestelijke gezondheid | Psykisk hälsa | Zdrowie psychiczne | Психическое здоровье | الصحة النفسية |
    الصحة العقلية | 心理健康 | 精神保健
Education: Éducation | Educación | Educação | Bildung | Istruzione | Educazione | Onderwijs | Uddannelse |
    Koulutus | Edukacja | Vzdělávání | Образование | Освіта | Educație | Εκπαίδευση | Eğitim | التعليم | آموزش |
    חינוך | शिक्षा | শিক্ষা | การศึกษา | Giáo dục | Pendidikan | 教育 | 교육 | Elimu
Children: Enfants | Enfance | Niños | Niñez | Infancia | Crianças | Infância | Kinder | Bambini | Infanzia |
    Kinderen | Børn | Lapset | Dzieci | Děti | Дети | Діти | Copii | Παιδιά | Çocuklar | الأطفال | کودکان |
    ילדים | बच्चे | শিশু | เด็ก | Trẻ em | Anak | 儿童 | 子ども | 아동 | Watoto
Child protection: Protection de l’enfance | Protección infantil | Protección de la infancia | Proteção infantil |
    Proteção da criança | Kinderschutz | Protezione dell’infanzia | Kinderbescherming | Защита детей |
    Захист дітей | حماية الطفل | حماية الطفولة | 儿童保护 | 児童保護 | 아동 보호
Youth: Jeunesse | Jeunes | Juventud | Jóvenes | Juventude | Jugend | Gioventù | Giovani | Jongeren | Ungdom |
    Nuoret | Młodzież | Mládež | Молодёжь | Молодежь | Молодь | Tineret | Νεολαία | Gençlik | الشباب | 青年 |
    若者 | 청년 | Thanh niên | Pemuda
Women: Femmes | Mujeres | Mulheres | Frauen | Donne | Vrouwen | Kvinnor | Kvinder | Kvinner | Naiset | Kobiety |
    Ženy | Женщины | Жінки | Femei | Γυναίκες | Kadınlar | المرأة | النساء | زنان | נשים | महिलाएं | ผู้หญิง |
    Phụ nữ | Perempuan | 妇女 | 女性 | 여성 | Wanawake
Gender: Género | Gênero | Geschlecht | Genere | Sukupuoli | Płeć | Гендер | Toplumsal cinsiyet | النوع الاجتماعي |
    性别 | ジェンダー | 젠더 | Jinsia
Human rights: Droits de l’homme | Droits humains | Derechos humanos | Direitos humanos | Menschenrechte |
    Diritti umani | Mensenrechten | Mänskliga rättigheter | Menneskerettigheder | Menneskerettigheter |
    Ihmisoikeudet | Prawa człowieka | Lidská práva | Ľudské práva | Права человека | Права людини |
    Drepturile omului | Ανθρώπινα δικαιώματα | İnsan hakları | حقوق الإنسان | حقوق بشر | זכויות אדם | मानवाधिकार |
    মানবাধিকার | สิทธิมนุษยชน | Nhân quyền | Hak asasi manusia | 人权 | 人権 | 인권 | Haki za binadamu
Human trafficking: Trafficking in persons | Trafficking in human beings | Traite des êtres humains |
    Traite des personnes | Trata de personas | Tráfico de pessoas | Menschenhandel | Tratta di esseri umani |
    Tratta di persone | Mensenhandel | Människohandel | Menneskehandel | Ihmiskauppa | Handel ludźmi |
    Obchodování s lidmi | Торговля людьми | Торгівля людьми | Traficul de persoane | Εμπορία ανθρώπων |
    İnsan ticareti | الاتجار بالأشخاص | الاتجار بالبشر | قاچاق انسان | סחר בבני אדם | मानव तस्करी | การค้ามนุษย์ |
    Buôn bán người | Perdagangan orang | 人口贩运 | 人身取引 | 인신매매
Migration: Migración | Migração | Migrazione | Migratie | Muuttoliike | Migracja | Migrace | Миграция | Міграція |
    Migrație | Μετανάστευση | Göç | الهجرة | مهاجرت | הגירה | 移民 | 移住 | 이주 | Di cư | Migrasi
Refugees: Réfugiés | Refugiados | Flüchtlinge | Rifugiati | Vluchtelingen | Flyktingar | Flygtninge |
    Flyktninger | Pakolaiset | Uchodźcy | Uprchlíci | Беженцы | Біженці | Refugiați | Πρόσφυγες | Mülteciler |
    اللاجئون | لاجئون | پناهندگان | פליטים | शरणार्थी | শরণার্থী | ผู้ลี้ภัย | Người tị nạn | Pengungsi | 难民 |
    難民 | 난민 | Wakimbizi
Water: Eau | Agua | Água | Wasser | Acqua | Vatten | Vand | Vann | Vesi | Woda | Voda | Вода | Apă | Νερό |
    المياه | الماء | آب | מים | पानी | জল | পানি | น้ำ | Nước | Air bersih | 水 | 물 | Maji
Environment: Environnement | Medio ambiente | Medioambiente | Meio ambiente | Umwelt | Ambiente | Miljö | Miljø |
    Ympäristö | Środowisko | Životní prostředí | Окружающая среда | Довкілля | Mediu | Περιβάλλον | Çevre |
    البيئة | محیط زیست | סביבה | पर्यावरण | পরিবেশ | สิ่งแวดล้อม | Môi trường | Lingkungan | 环境 | 環境 | 환경 |
    Mazingira
Climate change: Changement climatique | Changements climatiques | Cambio climático | Mudanças climáticas |
    Alterações climáticas | Klimawandel | Cambiamento climatico | Cambiamenti climatici | Klimaatverandering |
    Klimatförändringar | Klimaforandringer | Klimaendringer | Ilmastonmuutos | Zmiany klimatu | Změna klimatu |
    Изменение климата | Зміна клімату | Schimbări climatice | Κλιματική αλλαγή | İklim değişikliği | تغير المناخ |
    تغییر اقلیم | שינויי אקלים | जलवायु परिवर्तन | জলবায়ু পরিবর্তন | การเปลี่ยนแปลงสภาพภูมิอากาศ |
    Biến đổi khí hậu | Perubahan iklim | 气候变化 | 氣候變化 | 気候変動 | 기후 변화 | Mabadiliko ya tabianchi
Food security: Sécurité alimentaire | Seguridad alimentaria | Segurança alimentar | Ernährungssicherheit |
    Sicurezza alimentare | Voedselzekerheid | Продовольственная безопасность | Продовольча безпека |
    الأمن الغذائي | 粮食安全 | 食料安全保障 | 식량 안보 | Ketahanan pangan
Agriculture: Agricultura | Landwirtschaft | Agricoltura | Landbouw | Jordbruk | Landbrug | Maatalous | Rolnictwo |
    Zemědělství | Сельское хозяйство | Сільське господарство | Agricultură | Γεωργία | Tarım | الزراعة | کشاورزی |
    חקלאות | कृषि | কৃষি | เกษตรกรรม | Nông nghiệp | Pertanian | 农业 | 農業 | 농업 | Kilimo
Emergencies: Emergency | Urgences | Emergencias | Emergências | Notfälle | Emergenze | Чрезвычайные ситуации |
    الطوارئ | 突发事件 | 緊急事態
Human resources: Ressources humaines | Recursos humanos | Personalwesen | Risorse umane | 人力资源
COVID-19: COVID | Coronavirus | COVID-19 pandemic | Pandémie de COVID-19 | Pandemia de COVID-19 | Коронавирус |
    كوفيد-19 | كورونا | 新冠肺炎 | 新型コロナウイルス | 코로나19
"""
