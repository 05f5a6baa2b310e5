"""Passages of minutes: what several sentences, a list or a table state together."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem
from tests.scrapers.minutes.mention_lines import told

OWN_REGIMES = {"ILACS", "SIF", "PRE_SIF", "OFSTED_CS_UNSPECIFIED"}


@pytest.mark.parametrize(
    ("title", "held_on", "text", "expected"),
    [
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted inspected the Council's children's services between 9 and 20 May 2022 and"
            " published its report on 4 July 2022. The overall judgement was Inadequate. The "
            "Director apologised. Since the Inadequate judgement an Improvement Board had met"
            " monthly.",
            ["ILACS inspection - 2022-05-09 overall inadequate"],
        ),
        (
            "Ofsted inspection",
            "2023-03-01",
            "The Council's children's services had been judged Inadequate in 2015, Requires "
            "Improvement in 2018 and Good in 2022.",
            [
                "ILACS inspection - 2018-01-01 overall requires_improvement",
                "ILACS inspection - 2022-01-01 overall good",
                "SIF inspection - 2015-01-01 overall inadequate",
            ],
        ),
        (
            "Children's services improvement",
            "2023-03-01",
            "The Ofsted inspection of Wexcombe's children's services had found them to be Good "
            "overall.\n"
            "\n"
            "Members were reminded that Wexcombe's services had been found Inadequate in 2016.",
            [
                "ILACS inspection - - overall good",
                "SIF inspection - 2016-01-01 overall inadequate",
            ],
        ),
        (
            "Ofsted ILACS inspection outcome",
            "2019-10-02",
            "Services in Wexcombe had been rated overall as 'Requires Improvement to be Good', up "
            "from the 'Inadequate' rating given in the report that had been published in August "
            "2016.",
            [
                "ILACS inspection - - overall requires_improvement",
                "SIF inspection - 2016-08-01 overall inadequate",
            ],
        ),
        (
            "Ofsted inspection",
            "2023-03-01",
            "Members noted that the service had progressed from Inadequate in June 2016 to "
            "Good in May 2022.",
            [
                "ILACS inspection - 2022-05-01 overall good",
                "SIF inspection - 2016-06-01 overall inadequate",
            ],
        ),
        (
            "ILACS inspection outcome",
            "2023-03-01",
            "Judgement\tGrade\n"
            "The impact of leaders on social work practice with children and families\tGood\n"
            "The experiences and progress of children who need help and protection\tRequires "
            "improvement to be good\n"
            "The experiences and progress of children in care and care leavers\tGood\n"
            "Overall effectiveness\tGood",
            [
                "ILACS inspection - - both good",
                "ILACS inspection - - help requires_improvement",
                "ILACS inspection - - leaders good",
                "ILACS inspection - - overall good",
            ],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted's ILACS inspection took place in November 2022. The grades were: overall "
            "effectiveness - requires improvement; impact of leaders - good; help and "
            "protection - requires improvement; children in care and care leavers - good.",
            [
                "ILACS inspection - 2022-11-01 both good",
                "ILACS inspection - 2022-11-01 help requires_improvement",
                "ILACS inspection - 2022-11-01 leaders good",
                "ILACS inspection - 2022-11-01 overall requires_improvement",
            ],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted had rated Leeds City Council's children's services outstanding.",
            ["OFSTED_CS_UNSPECIFIED inspection - - overall outstanding of Leeds"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "The Ofsted inspection of children's services in neighbouring Leeds had resulted "
            "in an outstanding judgement.",
            [],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted's third monitoring visit took place on 7 and 8 February 2023. Inspectors "
            "found that services were improving, though too much was inadequate. The pace was"
            " good.",
            ["ILACS monitoring_visit 3 2023-02-07"],
        ),
        (
            "Ofsted monitoring visit",
            "2023-03-01",
            "The third monitoring visit took place on 7 and 8 February 2023. Inspectors "
            "judged the service for care leavers to be good.",
            ["ILACS monitoring_visit 3 2023-02-07"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted's focused visit in February 2023 looked at the front door. The service "
            "was found to be good.",
            ["ILACS focused_visit - 2023-02-01"],
        ),
        (
            "Ofsted focused visit",
            "2023-03-01",
            "A focused visit is not graded. The Council was last judged Good in June 2019, "
            "when Ofsted inspected.",
            ["ILACS inspection - 2019-06-01 overall good"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Following the ILACS inspection in June 2022 the overall effectiveness of the "
            "Council's children's services was judged to be inadequate with widespread "
            "failings.",
            ["ILACS inspection - 2022-06-01 overall inadequate"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "RESOLVED: That the Committee notes the outcome of the Ofsted ILACS inspection in"
            " June 2022, and the overall 'Good' judgement.",
            ["ILACS inspection - 2022-06-01 overall good"],
        ),
        (
            "SEND",
            "2023-03-01",
            "The Area SEND inspection took place in January 2023. The local area "
            "partnership's arrangements lead to inconsistent experiences and outcomes for "
            "children and young people with SEND.",
            ["AREA_SEND inspection - 2023-01-01"],
        ),
        (
            "SEND inspection",
            "2023-03-01",
            "The Area SEND inspection in January 2023 found widespread and/or systemic "
            "failings. The Leader said that the service was inadequate.",
            ["AREA_SEND inspection - 2023-01-01"],
        ),
        (
            "SEND",
            "2023-03-01",
            "A Written Statement of Action followed the local area SEND inspection of May 2019.",
            ["LOCAL_AREA_SEND_2016 inspection - 2019-05-01"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "The Council has four children's homes. Two homes were judged good at their "
            "inspection and one was inadequate.",
            [],
        ),
        (
            "Children's Services",
            "2012-09-01",
            "Ofsted's inspection of the Council's fostering service in June 2012 judged it to"
            " be good.",
            ["SCCIF_FOSTERING inspection - 2012-06-01 overall good"],
        ),
        (
            "Performance",
            "2023-03-01",
            "Members were reminded that Wexcombe had been rated inadequate by Ofsted in 2019."
            " It was now good.",
            ["ILACS inspection - 2019-01-01 overall inadequate"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "The monitoring visits of March and July 2022 had found progress, Ofsted said.",
            ["ILACS monitoring_visit - 2022-03-01", "ILACS monitoring_visit - 2022-07-01"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "There had been monitoring visits by Ofsted in March 2022, July 2022 and November"
            " 2022.",
            [
                "ILACS monitoring_visit - 2022-03-01",
                "ILACS monitoring_visit - 2022-07-01",
                "ILACS monitoring_visit - 2022-11-01",
            ],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Children's services had been inspected by Ofsted in May 2022 and found to be "
            "inadequate.",
            ["ILACS inspection - 2022-05-01 overall inadequate"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted carried out an ILACS inspection in May 2022. All four judgement areas "
            "were graded Good.",
            ["ILACS inspection - 2022-05-01 overall good"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted carried out an ILACS inspection in May 2022. Three of the four areas were"
            " graded Good and one Requires Improvement.",
            ["ILACS inspection - 2022-05-01"],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "In the Ofsted inspection of May 2022 help and protection was judged Inadequate, "
            "and therefore the overall judgement was also Inadequate.",
            [
                "ILACS inspection - 2022-05-01 help inadequate",
                "ILACS inspection - 2022-05-01 overall inadequate",
            ],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "Ofsted had written to confirm that the Council was no longer inadequate; the "
            "inspection of January 2023 judged it to require improvement.",
            ["ILACS inspection - 2023-01-01 overall requires_improvement"],
        ),
        (
            "ILACS inspection",
            "2023-03-01",
            "The inspection took place from 9 to 20 January 2023.\n"
            "\n"
            "Overall effectiveness\n"
            "\n"
            "Requires improvement",
            ["ILACS inspection - 2023-01-09"],
        ),
        (
            "Ofsted ILACS inspections",
            "2023-03-01",
            "Area | 2018 | 2022\n"
            "Overall effectiveness | Good | Inadequate\n"
            "Impact of leaders | Good | Inadequate",
            [
                "ILACS inspection - 2018-01-01 leaders good",
                "ILACS inspection - 2018-01-01 overall good",
                "ILACS inspection - 2022-01-01 leaders inadequate",
                "ILACS inspection - 2022-01-01 overall inadequate",
            ],
        ),
        (
            "Children's Services",
            "2023-03-01",
            "The ILACS inspection in May 2022 rated the service 'Requires Improvement' in all"
            " areas except care leavers, which was Good.",
            [
                "ILACS inspection - 2022-05-01 overall requires_improvement",
                "ILACS inspection - 2022-05-01 leavers good",
            ],
        ),
        (
            "Ofsted ILACS Inspection",
            "2023-03-01",
            "7. OFSTED INSPECTION OF LOCAL AUTHORITY CHILDREN'S SERVICES (ILACS)\n"
            "7.1 The Director of Children's Services introduced the report, which set out the"
            " outcome of the Ofsted inspection which had taken place during the fortnight "
            "commencing 21 November 2022.\n"
            "7.2 The report had been published on 30 January 2023. The Council had been "
            "judged to be 'Good' for overall effectiveness and for each of the four sub-"
            "judgements.\n"
            "7.3 In response to a question, it was stated that the last inspection in 2018 "
            "had also resulted in a 'Good' judgement.",
            [
                "ILACS inspection - 2018-01-01 overall good",
                "ILACS inspection - 2022-11-21 overall good",
            ],
        ),
        (
            "Children's services update",
            "2023-03-01",
            "The Chair asked what had changed since the focused visit in July 2021. The "
            "Assistant Director replied that the areas for priority action had been met. "
            "Ofsted was expected to return for a full inspection in the autumn of 2023.",
            ["ILACS focused_visit - 2021-07-01", "ILACS inspection - 2023-09-01"],
        ),
        (
            "SEND inspection",
            "2023-03-01",
            "Members received an update on the Area SEND Inspection which was undertaken by "
            "Ofsted and CQC between 9 and 13 January 2023. There are three possible outcomes:"
            " typically positive experiences, inconsistent experiences, and widespread and/or"
            " systemic failings. The partnership received the second outcome. The next "
            "inspection would be within three years.",
            ["AREA_SEND inspection - 2023-01-09"],
        ),
        (
            "JTAI",
            "2023-03-01",
            "Ofsted and HMICFRS, the CQC and HMI Probation carried out a joint targeted area "
            "inspection of the multi-agency response to children at risk of serious youth "
            "violence in Wexcombe from 5 to 9 December 2022. JTAIs do not result in a graded "
            "judgement.",
            ["JTAI jtai - 2022-12-05"],
        ),
        (
            "Children's services",
            "2023-03-01",
            "The Ofsted Annual Conversation had been held on 14 February 2023 and the outcome"
            " letter was awaited.",
            ["ILACS annual_conversation - 2023-02-14"],
        ),
        (
            "Ofsted monitoring visits",
            "2023-03-01",
            "There had been two monitoring visits since the inspection: the first on 8 and 9 "
            "June 2022 and the second on 12 and 13 October 2022. A third is scheduled for 21 "
            "March 2023.",
            [
                "ILACS monitoring_visit 1 2022-06-08",
                "ILACS monitoring_visit 2 2022-10-12",
                "ILACS monitoring_visit 3 2023-03-21",
            ],
        ),
        (
            "Annual report",
            "2023-03-01",
            "The youth offending service was inspected by HMIP in July 2022 and received an "
            "overall rating of 'Requires Improvement'. Children's services were judged Good "
            "by Ofsted in June 2022.",
            [
                "HMIP_YJ inspection - 2022-07-01 overall requires_improvement",
                "ILACS inspection - 2022-06-01 overall good",
            ],
        ),
        (
            "School standards",
            "2023-03-01",
            "Councillor Fenn asked about schools. 85% of schools were good or outstanding. "
            "Larkfield had been rated inadequate in January 2023 and Ofsted would carry out a"
            " monitoring visit in the summer term.",
            [],
        ),
        (
            "School standards",
            "2023-03-01",
            "Ofsted's monitoring visit to Larkfield Academy took place on 8 February 2023 and"
            " found effective action.",
            [],
        ),
        (
            "Children's services",
            "2023-03-01",
            "The Secretary of State had issued a Direction under section 497A(4B) of the "
            "Education Act 1996 to the Council on 3 May 2022 following the inadequate Ofsted "
            "judgement. Mr Harold Finch had been appointed as Commissioner for Children's "
            "Services in Wexcombe. The Commissioner would report by 1 August 2022 on whether "
            "services should be removed from the Council and moved to a Trust.",
            [
                "DFE_INTERVENTION adviser_or_commissioner - -",
                "DFE_INTERVENTION statutory_direction - 2022-05-03",
                "OFSTED_CS_UNSPECIFIED inspection - - overall inadequate",
            ],
        ),
        (
            "Ofsted inspection of children's services",
            "2023-03-01",
            "In 2019 the Council had been rated inadequate and placed in intervention. By the"
            " inspection of October 2022 the Council's services had improved to 'requires "
            "improvement to be good' and the DfE had confirmed in February 2023 that the "
            "Council was out of intervention.",
            [
                "DFE_INTERVENTION intervention_ended - 2023-02-01",
                "ILACS inspection - 2019-01-01 overall inadequate",
                "ILACS inspection - 2022-10-01 overall requires_improvement",
            ],
        ),
        (
            "Focused visit",
            "2023-03-01",
            "The Board noted Ofsted's letter of 20 February 2023 following the focused visit "
            "to Wexcombe on 17 and 18 January. Inspectors looked at arrangements for children"
            " in need or subject to a protection plan.",
            ["ILACS focused_visit - 2023-01-17"],
        ),
        (
            "Ofsted Monitoring Visit",
            "2023-03-01",
            "Feedback from the recent Monitoring Visit (14th & 15th February) had been "
            "positive. This had been Ofsted's 4th visit. The 5th is due in June.",
            ["ILACS monitoring_visit 4 2023-02-14", "ILACS monitoring_visit 5 2023-06-01"],
        ),
        (
            "Ofsted monitoring visits",
            "2023-03-01",
            "Ofsted had now completed five of six monitoring visits. The most recent was on "
            "24/25 January 2023.",
            ["ILACS monitoring_visit - 2023-01-24"],
        ),
        (
            "Ofsted inspection of children's services",
            "2023-03-01",
            "Wexcombe was inspected w/c 14 November 2022. The judgements were as follows:\n"
            "- Overall effectiveness: Good\n"
            "- Impact of leaders: Outstanding\n"
            "- Help and protection: Good\n"
            "- Children in care and care leavers: Good\n"
            "The service had been judged Requires Improvement at its previous inspection in "
            "2017.",
            [
                "ILACS inspection - 2022-11-14 both good",
                "ILACS inspection - 2022-11-14 help good",
                "ILACS inspection - 2022-11-14 leaders outstanding",
                "ILACS inspection - 2022-11-14 overall good",
                "SIF inspection - 2017-01-01 overall requires_improvement",
            ],
        ),
        (
            "Fostering annual report",
            "2013-09-01",
            "The Council's fostering agency was last inspected in March 2013 and found to be Good.",
            ["SCCIF_FOSTERING inspection - 2013-03-01 overall good"],
        ),
        (
            "Leader's statement",
            "2023-03-01",
            "The Leader made a statement on the Ofsted report published on 5 December 2022, "
            "in which the Council's children's services were rated inadequate.",
            ["ILACS inspection - 2022-12-05 overall inadequate"],
        ),
        (
            "Ofsted inspection of children's services",
            "2023-03-01",
            "Members of the Panel met inspectors during the inspection of 3-14 October 2022. "
            "Ofsted's report is due in December. It would be wrong to speculate on the "
            "judgement.",
            ["ILACS inspection - 2022-10-03"],
        ),
        (
            "Corporate plan",
            "2023-03-01",
            "Children's services in Wexcombe had been rated 'requires improvement' in July "
            "2022 by Ofsted, having been 'inadequate' in October 2018.",
            [
                "ILACS inspection - 2018-10-01 overall inadequate",
                "ILACS inspection - 2022-07-01 overall requires_improvement",
            ],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Cllr Fenn noted that Slough Borough Council was found to be inadequate by Ofsted"
            " in January 2023 and asked what could be learnt.",
            ["ILACS inspection - 2023-01-01 overall inadequate of Slough"],
        ),
        (
            "Ofsted",
            "2013-09-01",
            "The inspection of Wexcombe's arrangements for the protection of children in May "
            "2013 had judged overall effectiveness to be 'adequate'.",
            ["PRE_SIF inspection - 2013-05-01 overall adequate"],
        ),
        (
            "ILACS",
            "2023-03-01",
            "RESOLVED -\n"
            "(1) That the findings of the ILACS inspection (28 November - 9 December 2022) "
            "and the 'Requires Improvement to be Good' judgement be noted.\n"
            "(2) That a further report be brought after the first Ofsted focused visit.",
            ["ILACS inspection - 2022-11-28 overall requires_improvement"],
        ),
        (
            "Children's services",
            "2010-11-01",
            "It was reported that the unannounced inspection of contact, referral and "
            "assessment arrangements in August 2010 had found no priority actions.",
            ["PRE_SIF inspection - 2010-08-01"],
        ),
        (
            "Ofsted",
            "2012-06-01",
            "The announced inspection of safeguarding and looked after children services took"
            " place in February 2012. Overall effectiveness of safeguarding was judged "
            "adequate and that of looked after children good.",
            ["PRE_SIF inspection - 2012-02-01 overall adequate"],
        ),
        (
            "Children's services performance",
            "2023-03-01",
            "The Chair welcomed the improvement since the Ofsted inspection in September 2022"
            " when the service was rated 'Requires improvement'.",
            ["ILACS inspection - 2022-09-01 overall requires_improvement"],
        ),
        (
            "Children's services performance",
            "2023-03-01",
            "Concern was expressed about agency staff. The Director reminded the Committee "
            "that when Ofsted visited in November 2022 they had commented on caseloads.",
            [],
        ),
        (
            "Children's services performance",
            "2023-03-01",
            "Since Ofsted's ILACS (November 2022) the service had recruited 20 social workers.",
            ["ILACS inspection - 2022-11-01"],
        ),
        (
            "ILACS improvement plan",
            "2023-03-01",
            "The ILACS Improvement Plan addresses the eight recommendations of the inspection"
            " which concluded on 2 December 2022.",
            ["ILACS inspection - 2022-12-02"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Ofsted's Focused Visit took place 8-9 November 2022 on the theme of children in "
            "need; the letter was published on 12 December.",
            ["ILACS focused_visit - 2022-11-08"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Letter from Ofsted following the monitoring visit on 25 & 26 January 2023",
            ["ILACS monitoring_visit - 2023-01-25"],
        ),
        (
            "Children's services improvement board",
            "2023-03-01",
            "The Improvement Board was set up after the DfE served an Improvement Notice on "
            "the Council in July 2022. The DfE's improvement adviser, Ms Jane Tarrant, chairs"
            " it.",
            [
                "DFE_INTERVENTION adviser_or_commissioner - -",
                "DFE_INTERVENTION improvement_notice - 2022-07-01",
            ],
        ),
        (
            "Children's services",
            "2023-03-01",
            "The Council had been subject to a Statutory Direction since September 2021 and "
            "the DfE-appointed commissioner would make a further visit in May.",
            [
                "DFE_INTERVENTION adviser_or_commissioner - -",
                "DFE_INTERVENTION statutory_direction - 2021-09-01",
            ],
        ),
        (
            "Children's services",
            "2023-03-01",
            "On 1 April 2021 the Council's children's services were transferred to Wexcombe "
            "Children's Trust.",
            ["DFE_INTERVENTION trust_created - 2021-04-01"],
        ),
        (
            "Children's services",
            "2023-03-01",
            "The Minister for Children wrote on 14 February 2023 to confirm that the Council "
            "had been released from statutory intervention.",
            ["DFE_INTERVENTION intervention_ended - 2023-02-14"],
        ),
        (
            "SEND",
            "2023-03-01",
            "The Director gave an overview of the SEND local area inspection held from 26 to "
            "30 September 2022.",
            ["LOCAL_AREA_SEND_2016 inspection - 2022-09-26"],
        ),
        (
            "SEND",
            "2023-03-01",
            "An Ofsted/CQC SEND re-visit in October 2022 found that sufficient progress had "
            "been made in three of five areas.",
            ["LOCAL_AREA_SEND_2016 revisit - 2022-10-01"],
        ),
        (
            "Youth Justice Plan",
            "2023-03-01",
            "The full joint inspection of Wexcombe Youth Offending Team by HMIP was carried "
            "out in November 2022; the overall rating was 'Good'.",
            ["HMIP_YJ inspection - 2022-11-01 overall good"],
        ),
        (
            "Corporate performance",
            "2023-03-01",
            "Children's Services had been rated Outstanding by Ofsted in 2022 and officers "
            "were congratulated.",
            ["ILACS inspection - 2022-01-01 overall outstanding"],
        ),
        (
            "Corporate parenting",
            "2023-03-01",
            "Our most recent Ofsted judgement (January 2023) is Good, with care leavers "
            "judged Outstanding.",
            [
                "ILACS inspection - 2023-01-01 overall good",
                "ILACS inspection - 2023-01-01 leavers outstanding",
            ],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Ofsted's 6th monitoring visit to the Council took place on 31 January and 1 "
            "February 2023.",
            ["ILACS monitoring_visit 6 2023-01-31"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Members asked about the outcome of the January monitoring visit. Ofsted's letter"
            " would be published in March.",
            ["ILACS monitoring_visit - 2023-01-01"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Ofsted's letter of 18 November 2022 followed its monitoring visit on 18 and 19 "
            "October 2022.",
            ["ILACS monitoring_visit - 2022-10-18"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The report of the ILACS inspection, which was published on 4 July 2022, was "
            "considered by Cabinet on 19 July 2022.",
            ["ILACS inspection - 2022-07-04"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The action plan following the ILACS inspection had been submitted to Ofsted on "
            "12 October 2022.",
            ["ILACS inspection - -"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "At its meeting on 8 September 2022 the Committee had considered the outcome of "
            "the Ofsted inspection of children's services.",
            ["ILACS inspection - -"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Notice of the ILACS inspection was received on 3 October 2022; inspectors "
            "arrived on 10 October 2022.",
            ["ILACS inspection - 2022-10-10"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The Council must be re-inspected by Ofsted by December 2024.",
            [],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Between the ILACS inspection in May 2022 and the monitoring visit in January "
            "2023 sixty social workers had left.",
            ["ILACS inspection - 2022-05-01", "ILACS monitoring_visit - 2023-01-01"],
        ),
        (
            "Ofsted inspection of children's services",
            "2023-03-01",
            "The inspection looked at the period from April 2021 to March 2022.",
            [],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Ofsted inspected children's services in May 2022, six months after the new "
            "Director was appointed in November 2021.",
            ["ILACS inspection - 2022-05-01"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The second monitoring visit took place on 4 and 5 January, and the letter was "
            "published on 6 February 2023.",
            ["ILACS monitoring_visit 2 2023-01-04"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The first monitoring visit had been due in November 2022 but took place on 6 and"
            " 7 December 2022.",
            ["ILACS monitoring_visit 1 2022-12-06"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "Members noted the ILACS inspection in May 2022. A progress report would be "
            "brought in June 2023.",
            ["ILACS inspection - 2022-05-01"],
        ),
        (
            "Ofsted",
            "2023-03-01",
            "The self-assessment for the annual conversation with Ofsted on 9 February 2023 "
            "was noted.",
            ["ILACS annual_conversation - 2023-02-09"],
        ),
        (
            "Children's services",
            "2023-03-01",
            "An improvement notice was issued in July 2022 and reviewed in January 2023, when"
            " the DfE said that it would remain.",
            ["DFE_INTERVENTION improvement_notice - 2022-07-01"],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "Progress since the December inspection was noted.",
            ["ILACS inspection - 2022-12-01"],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "Services previously judged inadequate in 2018 were found to be good in the ILACS "
            "inspection of June 2022.",
            [
                "ILACS inspection - 2022-06-01 overall good",
                "ILACS inspection - 2018-01-01 overall inadequate",
            ],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "Ofsted rated the service inadequate in 2018, and good in 2022.",
            [
                "ILACS inspection - 2018-01-01 overall inadequate",
                "ILACS inspection - 2022-01-01 overall good",
            ],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "It was a long journey from the inadequate rating in 2018 and the requires improvement "
            "judgement which followed in June 2020.",
            [
                "ILACS inspection - 2018-01-01 overall inadequate",
                "ILACS inspection - 2020-06-01 overall requires_improvement",
            ],
        ),
        (
            "Ofsted inspection",
            "2023-11-14",
            "The outcome of the inspection carried out from 3 to 14 July 2023 was welcome. The "
            "company, set up in April 2017, had seen services move from inadequate in 2018 to "
            "outstanding in a single inspection.",
            [
                "ILACS inspection - 2023-07-03 overall outstanding",
                "ILACS inspection - 2018-01-01 overall inadequate",
            ],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "The ILACS inspection was between 7 and 18 November 2022, after an off-site week from "
            "31 October, and the Council was judged to require improvement to be good.",
            ["ILACS inspection - 2022-11-07 overall requires_improvement"],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "The sixth monitoring visit since the inadequate judgement of late 2018 had been held "
            "remotely in September 2021.",
            [
                "ILACS monitoring_visit 6 2021-09-01",
                "ILACS inspection - 2018-01-01 overall inadequate",
            ],
        ),
        (
            "Ofsted focused visit",
            "2023-11-14",
            "It was noted that the visit took place on 13 and 14 December 2022.",
            ["ILACS focused_visit - 2022-12-13"],
        ),
        (
            "Monitoring visit",
            "2023-11-14",
            "The Panel heard of Ofsted's monitoring visit. The visit had been undertaken remotely "
            "on 13 and 14 July 2021 and was the second since the inspection.",
            ["ILACS monitoring_visit 2 2021-07-13"],
        ),
        (
            "Inspections of children's homes",
            "2023-11-14",
            "Larch House had been inspected by Ofsted in May 2023 and received an overall judgement"
            " of Good. Most homes inspected that year had been Outstanding.",
            ["SCCIF_CHILDRENS_HOME inspection - 2023-05-01 overall good"],
        ),
        (
            "Service report",
            "2023-11-14",
            "The report followed the short inspection in Cambridgeshire in January 2019 and set out"
            " Wexcombe's own plans.",
            ["ILACS inspection - 2019-01-01 of Cambridgeshire"],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "Two primary schools had been inspected. One had moved from Requires Improvement to "
            "Good. The ILACS inspection had taken place in March. It was confirmed that the "
            "judgement was Requires Improvement to be Good.",
            ["ILACS inspection - 2023-03-01 overall requires_improvement"],
        ),
        (
            "Children's services",
            "2023-11-14",
            "The statutory direction was expected to be lifted soon. The Department for Education's"
            " adviser remained in post and attended the Improvement Board.",
            [
                "DFE_INTERVENTION statutory_direction - -",
                "DFE_INTERVENTION adviser_or_commissioner - -",
            ],
        ),
        (
            "Children's services",
            "2023-11-14",
            "The service had been led by Hampshire County Council by direction of the Secretary of "
            "State, and that direction had since been lifted.",
            [
                "DFE_INTERVENTION statutory_direction - -",
                "DFE_INTERVENTION intervention_ended - -",
            ],
        ),
        (
            "Ofsted",
            "2023-11-14",
            "The inspection in March 2023 had resulted in a rating of requires improvement to be "
            "good, which was the same as in 2020 and in 2017.",
            [
                "ILACS inspection - 2023-03-01 overall requires_improvement",
                "ILACS inspection - 2020-01-01 overall requires_improvement",
                "SIF inspection - 2017-01-01 overall requires_improvement",
            ],
        ),
    ],
)
def test_a_passage_states_what_its_sentences_say_together(title, held_on, text, expected):
    assert told(text, title=title, held_on=held_on) == set(expected)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "School standards",
            "The inspection of Larkfield School in January 2023 gave the following grades:\n"
            "Overall effectiveness: Inadequate\n"
            "Quality of education: Inadequate\n"
            "Leadership and management: Inadequate\n"
            "Early years provision: Good",
        ),
        (
            "School improvement update",
            "Ofsted inspection outcomes this term\n"
            "\n"
            "Larkfield Primary\n"
            "\n"
            "Overall effectiveness: Inadequate\n"
            "Leadership and management: Inadequate",
        ),
        (
            "Ofsted outcomes for schools",
            "School\tOverall effectiveness\tLeadership and management\n"
            "Larkfield\tGood\tGood\n"
            "Beckside\tInadequate\tInadequate",
        ),
        (
            "Ofsted inspections of schools",
            "School | Previous grade | Latest grade | Date\n"
            "Larkfield Primary | Good | Inadequate | January 2023",
        ),
        (
            "Children's homes: Ofsted inspections",
            "The home was inspected in January 2023. Overall experiences and progress of "
            "children and young people: Good. How well children and young people are helped "
            "and protected: Good. The effectiveness of leaders and managers: Requires "
            "improvement.",
        ),
        (
            "Ofsted inspection of Mill Lane",
            "Overall experiences and progress of children and young people, taking into "
            "account: requires improvement to be good\n"
            "How well children and young people are helped and protected: requires "
            "improvement to be good\n"
            "The effectiveness of leaders and managers: inadequate",
        ),
        (
            "Corporate Parenting Panel - Ofsted",
            "Mill Lane children's home\n"
            "Overall effectiveness: Inadequate\n"
            "Help and protection: Inadequate",
        ),
        (
            "Adult learning",
            "Ofsted inspected the Council's adult learning service in January 2023.\n"
            "Overall effectiveness: Good\n"
            "Leadership and management: Good\n"
            "Personal development: Outstanding",
        ),
        (
            "Placement sufficiency",
            "Appendix A gave the Ofsted grade of each placement: Home 1 Good, Home 2 "
            "Outstanding, Home 3 Inadequate.",
        ),
        (
            "Placements",
            "Independent fostering agencies used by the Council\tOfsted grade\n"
            "Brightways\tGood\n"
            "Newstart\tInadequate",
        ),
        (
            "Benchmarking",
            "The table gave the Ofsted judgements of neighbouring councils:\n"
            "Leeds | Outstanding\n"
            "Bradford | Inadequate\n"
            "Wakefield | Good",
        ),
        (
            "Ofsted ILACS outcomes in the region",
            "Council\tOverall effectiveness\nLeeds\tOutstanding\nBradford\tInadequate",
        ),
        (
            "Regional update",
            "Ofsted outcomes in the region were: Leeds - outstanding; Bradford - inadequate; "
            "Wakefield - good.",
        ),
        (
            "Ofsted",
            "Across the region the overall judgements were: Outstanding 3, Good 7, Requires "
            "Improvement 4, Inadequate 1.",
        ),
        (
            "Quality assurance report",
            "Audit outcomes\n"
            "Overall grade: Requires Improvement\n"
            "Help and protection: Good\n"
            "Children in care: Inadequate\n"
            "Care leavers: Good",
        ),
        (
            "Quality assurance",
            "Case audits in Q3:\n"
            "Children in care - 60% good\n"
            "Care leavers - 55% good, 5% inadequate",
        ),
        (
            "Self-evaluation",
            "Self-assessment grades\n"
            "Overall effectiveness: Requires improvement\n"
            "Impact of leaders: Good",
        ),
        (
            "Ofsted annual conversation",
            "Our self-evaluation\n"
            "\n"
            "Overall effectiveness: Requires improvement\n"
            "Impact of leaders: Good\n"
            "Help and protection: Requires improvement",
        ),
        (
            "Children's services improvement plan",
            "Where we want to be by 2025\nOverall effectiveness: Good\nHelp and protection: Good",
        ),
        (
            "Improvement plan",
            "Area | Where we are | Where we want to be\n"
            "Overall effectiveness | Inadequate | Good\n"
            "Help and protection | Inadequate | Good",
        ),
        (
            "Improvement plan",
            "Target outcomes for the next ILACS inspection:\n"
            "- Overall effectiveness: Good\n"
            "- Help and protection: Good",
        ),
        (
            "LGA peer review",
            "The peer review team gave indicative grades.\n"
            "Impact of leaders: Good\n"
            "Help and protection: Requires Improvement",
        ),
        (
            "ILACS preparation",
            "The mock inspection in January 2023 graded the service as follows:\n"
            "Overall effectiveness: requires improvement\n"
            "Impact of leaders: good",
        ),
        (
            "HMIP inspection of the youth justice service",
            "Youth justice inspection: organisational delivery - good; court disposals - "
            "requires improvement; out-of-court disposals - inadequate. Overall: Requires "
            "improvement.",
        ),
        (
            "Community safety",
            "The police were inspected by HMICFRS.\n"
            "Protecting vulnerable people: Inadequate\n"
            "Overall: Requires improvement",
        ),
        (
            "Health scrutiny",
            "The CQC rated the Trust's children's services\n"
            "Overall: Inadequate\n"
            "Safe: Inadequate\n"
            "Well-led: Requires improvement",
        ),
        (
            "Health scrutiny",
            "Wexcombe Hospital CQC inspection\n"
            "Overall: Requires improvement\n"
            "Children's services: Inadequate",
        ),
        (
            "Learning from others",
            "Members considered the Ofsted inspection of neighbouring Bradford, published in "
            "January 2023.\n"
            "\n"
            "Overall effectiveness was inadequate. The impact of leaders was inadequate.",
        ),
        (
            "Learning from inspections elsewhere",
            "Bradford's inspection was published in January 2023. Overall effectiveness was "
            "judged inadequate, and help and protection inadequate.",
        ),
        (
            "Learning from inspections elsewhere",
            "The Director had read the ILACS report of another authority. Overall "
            "effectiveness was inadequate. Leaders had not known.",
        ),
    ],
)
def test_the_grades_of_others_and_of_plans_are_not_the_councils(title, text):
    item = AgendaItem(item_position=1, title=title, minutes_text=text, held_on=date(2023, 3, 1))

    found = read_inspection_mentions(item, council_name="Wexcombe")

    own = [one for one in found if one.is_own_council and one.regime in OWN_REGIMES]
    assert [one for one in own if one.grade] == []
