// Generated from the rooms of api.ts by `npm run generate`.
import type { RouteIndex } from '../platform/http/route-index.ts';

export const recordsIndex = {
  filing: {
    fileRecord: { method: 'POST', path: '/firms/{firmId}/records', permission: 'record.file' },
    listRecords: { method: 'GET', path: '/firms/{firmId}/records', permission: 'record.read' },
    listRecordGroups: { method: 'GET', path: '/firms/{firmId}/record-groups', permission: 'record.read' },
    suggestFiling: { method: 'POST', path: '/firms/{firmId}/record-suggestions', permission: 'record.file' },
    getRecord: { method: 'GET', path: '/firms/{firmId}/records/{recordId}', permission: 'record.read' },
    editRecord: { method: 'PATCH', path: '/firms/{firmId}/records/{recordId}', permission: 'record.file' },
    addRecordVersion: { method: 'POST', path: '/firms/{firmId}/records/{recordId}/versions', permission: 'record.file' },
    completeRecordUpload: { method: 'POST', path: '/firms/{firmId}/records/{recordId}/versions/{versionId}/complete', permission: 'record.file' },
    downloadRecordVersion: { method: 'GET', path: '/firms/{firmId}/records/{recordId}/versions/{versionId}/download', permission: 'record.read' },
    readRecordText: { method: 'GET', path: '/firms/{firmId}/records/{recordId}/versions/{versionId}/text', permission: 'record.read' },
    linkRecord: { method: 'POST', path: '/firms/{firmId}/records/{recordId}/links', permission: 'record.file' },
    unlinkRecord: { method: 'DELETE', path: '/firms/{firmId}/records/{recordId}/links/{linkKind}/{linkedId}', permission: 'record.file' },
    listRecordClasses: { method: 'GET', path: '/firms/{firmId}/record-classes', permission: 'record.read' },
    addRecordClass: { method: 'POST', path: '/firms/{firmId}/record-classes', permission: 'record.manage' },
    changeRecordClass: { method: 'PATCH', path: '/firms/{firmId}/record-classes/{classCode}', permission: 'record.manage' },
    listFilingRules: { method: 'GET', path: '/firms/{firmId}/filing-rules', permission: 'record.read' },
    addFilingRule: { method: 'POST', path: '/firms/{firmId}/filing-rules', permission: 'record.manage' },
    changeFilingRule: { method: 'PATCH', path: '/firms/{firmId}/filing-rules/{filingRuleId}', permission: 'record.manage' },
    removeFilingRule: { method: 'DELETE', path: '/firms/{firmId}/filing-rules/{filingRuleId}', permission: 'record.manage' },
  },
  retention: {
    explainRetention: { method: 'GET', path: '/firms/{firmId}/records/{recordId}/retention', permission: 'record.read' },
    listHolds: { method: 'GET', path: '/firms/{firmId}/record-holds', permission: 'event.read' },
    placeHold: { method: 'POST', path: '/firms/{firmId}/record-holds', permission: 'record.manage' },
    getHold: { method: 'GET', path: '/firms/{firmId}/record-holds/{holdId}', permission: 'event.read' },
    releaseHold: { method: 'POST', path: '/firms/{firmId}/record-holds/{holdId}/release', permission: 'record.manage' },
    listDisposals: { method: 'GET', path: '/firms/{firmId}/disposals', permission: 'record.read' },
    proposeDisposal: { method: 'POST', path: '/firms/{firmId}/disposals', permission: 'record.dispose' },
    getDisposal: { method: 'GET', path: '/firms/{firmId}/disposals/{disposalId}', permission: 'record.read' },
    approveDisposal: { method: 'POST', path: '/firms/{firmId}/disposals/{disposalId}/approve', permission: 'record.dispose' },
    rejectDisposal: { method: 'POST', path: '/firms/{firmId}/disposals/{disposalId}/reject', permission: 'record.dispose' },
    withdrawDisposal: { method: 'POST', path: '/firms/{firmId}/disposals/{disposalId}/withdraw', permission: 'record.dispose' },
    readCertificate: { method: 'GET', path: '/firms/{firmId}/disposals/{disposalId}/certificate', permission: 'record.read' },
  },
  search: {
    search: { method: 'GET', path: '/firms/{firmId}/search', permission: 'firm.read' },
    rebuildSearch: { method: 'POST', path: '/firms/{firmId}/search/rebuild', permission: 'firm.manage' },
  },
} as const satisfies RouteIndex;
