-- A grade, regime or type that a register misspells is an error, not another word.
with register as (

    select * from {{ ref('stg_register__inspections') }}

),

stated as (

    select
        regime,
        event_type,
        date_precision,
        unnest([
            overall_effectiveness,
            leaders_impact,
            help_and_protection,
            children_in_care_and_care_leavers,
            children_in_care,
            care_leavers,
            children_looked_after_permanence,
            adoption_performance,
            leadership_management_governance,
            lscb
        ]) as grade
    from register

)

select * from stated
where
    grade not in (
        'outstanding', 'good', 'requires_improvement', 'adequate', 'inadequate', 'not_judged'
    )
    or regime not in (
        'ILACS', 'SIF', 'PRE_SIF', 'JTAI', 'AREA_SEND', 'LOCAL_AREA_SEND_2016', 'HMIP_YJ',
        'CQC_ASC', 'SCCIF_FOSTERING', 'SCCIF_CHILDRENS_HOME', 'LSCB_REVIEW', 'DFE_INTERVENTION',
        'OFSTED_CS_UNSPECIFIED', 'CIW'
    )
    or event_type not in (
        'inspection', 'focused_visit', 'monitoring_visit', 'jtai', 'revisit', 'assurance_visit',
        'annual_conversation', 'annual_letter'
    )
    or date_precision not in ('day', 'month', 'quarter', 'year')
